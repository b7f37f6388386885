using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Stands where the plugin of a risk manager would be where a run ends with signals: it is asked and answers nothing.</summary>
internal sealed class NoRiskFactory : RiskManagerFactory
{
    /// <summary>The money of a portfolio that never trades: any above zero would do.</summary>
    public const decimal Capital = 1;

    /// <inheritdoc/>
    public override PluginDescriptor Descriptor { get; } = new()
    {
        Kind = PluginKind.RiskManager,
        Id = "none",
        Type = typeof(NoRiskFactory),
        Handlers = [],
    };

    /// <inheritdoc/>
    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
    {
        // There are none.
    }

    /// <inheritdoc/>
    public override RiskNode Create(ParameterMap parameters, BindingContext context, RiskConnections connections) => new Node(connections);

    private sealed class Node(RiskConnections connections) : RiskNode(connections)
    {
        public override void OnSignals(in RiskTurn turn, IOrders orders)
        {
        }
    }
}
