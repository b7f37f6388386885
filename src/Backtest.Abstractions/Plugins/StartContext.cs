using System.ComponentModel;
using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>What a plugin is told before its first bar.</summary>
/// <param name="Instrument">The instrument it works on; <see langword="null"/> for a risk manager and a universe strategy.</param>
/// <param name="Log">Where it may say something to the user.</param>
/// <param name="Seed">The seed for randomness of its own, drawn from the run's seed and its place in the tree.</param>
/// <param name="PeriodsPerYear">
/// Bars a year, by the length of the bars it works on and the instrument's calendar; of a risk manager and a universe strategy, those of the
/// first instrument it works on.
/// </param>
/// <param name="Cancellation">Asked for inside long work.</param>
public readonly record struct StartContext(
    Instrument? Instrument, IRunLog Log, ulong Seed, double PeriodsPerYear, CancellationToken Cancellation)
{
    /// <summary>All instruments it works on, in ordinal order of symbols; of a risk manager, those its portfolio trades.</summary>
    public IReadOnlyList<Instrument> Instruments { get => field ?? (Instrument is null ? [] : [Instrument]); init; }

    /// <summary>The days the plugin may learn from, or null for all of them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LearningDays? Learning { get; init; }

    /// <summary>
    /// Whether a bar of a trading day may be learned from. A cross-validation keeps the days it tests on from what learns; otherwise all may be. A plugin
    /// that fits anything to bars, rather than computing it from the last few, asks before it takes a bar to fit by.
    /// </summary>
    /// <param name="tradingDay">The bar's trading day.</param>
    public bool MayLearnFrom(DateOnly tradingDay) => Learning is null || Learning.Includes(tradingDay);
}
