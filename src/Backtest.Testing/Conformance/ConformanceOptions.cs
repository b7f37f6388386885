using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>The options of an examination.</summary>
public sealed record ConformanceOptions
{
    /// <summary>
    /// The bars of each instrument, one timeframe; empty for random walks of two instruments with volume, as long as the plugin needs to decide
    /// often, from 600 bars up to 4,800.
    /// </summary>
    public IReadOnlyList<BarSeries> Bars { get; init; } = [];

    /// <summary>The states of the classifier above a strategy or a risk manager; each lasts fifteen bars. At least one.</summary>
    public IReadOnlyList<string> Regimes { get; init; } = ["bear", "neutral", "bull"];

    /// <summary>
    /// The share of bars, in [0, 1], on which memory may be allocated once warm: a list that grows, a model fitted again. 0 for none.
    /// </summary>
    public double MayAllocateOn { get; init; } = 0.1;

    /// <summary>Laws to leave out, by name. The findings say so.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];
}
