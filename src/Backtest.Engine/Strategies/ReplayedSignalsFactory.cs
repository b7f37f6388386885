using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Stands where the plugin of a strategy would be whose signals are replayed.</summary>
/// <param name="signals">The signals.</param>
internal sealed class ReplayedSignalsFactory(ReplayedSignals signals) : PluginFactory
{
    /// <summary>What such a strategy is called where others have the id of a plugin.</summary>
    public const string Id = "replayed";

    /// <inheritdoc/>
    public override PluginDescriptor Descriptor { get; } = new()
    {
        Kind = PluginKind.Strategy,
        Id = Id,
        Type = typeof(ReplayedSignalsFactory),
        Handlers = [],
        IsPure = true,
    };

    /// <summary>The signals.</summary>
    public ReplayedSignals Signals => signals;

    /// <inheritdoc/>
    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
    {
        // Parameters belong to the plugin that gave the signals, and are not read.
    }
}
