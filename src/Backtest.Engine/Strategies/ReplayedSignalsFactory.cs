using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Replaces the plugin of a strategy whose signals are replayed.</summary>
/// <param name="signals">The signals.</param>
internal sealed class ReplayedSignalsFactory(ReplayedSignals signals) : PluginFactory
{
    /// <summary>The id of such a strategy, in place of a plugin's id.</summary>
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
        // Parameters belong to the plugin that emitted the signals, and are not read.
    }
}
