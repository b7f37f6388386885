using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>Makes a partial class a strategy plugin. One instance is made for each instrument, or one for all of them.</summary>
/// <param name="id">The id in run files, kebab-case.</param>
[AttributeUsage(AttributeTargets.Class)]
[PluginContract("strategy", typeof(StrategyNode), typeof(StrategyFactory))]
[PluginContract(
    "strategy", typeof(UniverseNode), typeof(UniverseStrategyFactory), When = nameof(Scope), Is = StrategyScope.Universe)]
public sealed class StrategyAttribute(string id) : Attribute
{
    /// <summary>The id in run files.</summary>
    public string Id { get; } = id;

    /// <summary>What it does, in one sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>What one instance decides on.</summary>
    public StrategyScope Scope { get; init; }

    /// <summary>
    /// Whether <c>OnBar</c> is called before all declared indicators are ready; with <see cref="StrategyScope.Universe"/>, whether symbols are
    /// members of a turn before their own indicators are.
    /// </summary>
    public bool CallBeforeReady { get; init; }

    /// <summary>Whether the strategy reads <see cref="ISignals.Trades"/>: trades are kept only then, which takes memory for each of them.</summary>
    public bool ReadsTrades { get; init; }

    /// <summary>
    /// The period, in bars, of the average true range (J. Welles Wilder, 1978) in which trailing stops may be given, as in
    /// <see cref="EntryTerms.TrailingStopRanges"/>; 0 if none are, in which case it is not computed. It is one of the indicators that have to be
    /// ready.
    /// </summary>
    public int RangePeriod { get; init; }
}
