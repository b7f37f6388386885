using System.ComponentModel;
using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>What a plugin receives before its first bar.</summary>
/// <param name="Instrument">The instrument it works on; <see langword="null"/> for a risk manager and a universe strategy.</param>
/// <param name="Log">Takes its messages to the user.</param>
/// <param name="Seed">The seed for its own random numbers, derived from the run's seed and its place in the tree.</param>
/// <param name="PeriodsPerYear">
/// Bars per year, from the length of the bars it works on and the instrument's calendar; for a risk manager and a universe strategy, those of the
/// first instrument it works on.
/// </param>
/// <param name="Cancellation">Cancels the run; observe it during long work.</param>
public readonly record struct StartContext(
    Instrument? Instrument, IRunLog Log, ulong Seed, double PeriodsPerYear, CancellationToken Cancellation)
{
    /// <summary>All instruments it works on, in ordinal order of symbols; for a risk manager, those its portfolio trades.</summary>
    public IReadOnlyList<Instrument> Instruments { get => field ?? (Instrument is null ? [] : [Instrument]); init; }

    /// <summary>The days the plugin may learn from, or null for all of them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LearningDays? Learning { get; init; }

    /// <summary>
    /// Whether the plugin may learn from a bar of a trading day. A cross-validation withholds the days it tests on; otherwise all days are allowed. A
    /// plugin that fits anything to bars, rather than computing it from the last few, checks this before it fits to a bar.
    /// </summary>
    /// <param name="tradingDay">The bar's trading day.</param>
    public bool MayLearnFrom(DateOnly tradingDay) => Learning is null || Learning.Includes(tradingDay);
}
