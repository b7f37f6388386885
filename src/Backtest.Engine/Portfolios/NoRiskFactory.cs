using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Replaces the plugin of a risk manager in a run that ends with signals: it is asked, but places nothing.</summary>
internal sealed class NoRiskFactory : RiskManagerFactory
{
    /// <summary>The capital of a portfolio that never trades; any amount above zero would do.</summary>
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
        // There are no parameters.
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
