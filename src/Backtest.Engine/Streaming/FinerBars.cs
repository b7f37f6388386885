using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// The bars of a lower timeframe inside those of a pass, read along with its chunks. They end no turns, and nothing is decided or valued on them:
/// they only show in which order the prices within a bar occur.
/// </summary>
public sealed class FinerBars : IDisposable
{
    private readonly FinerSeries?[] _series; // by instrument
    private readonly FinerSeries[] _all;

    private FinerBars(IBarSource source, FinerSeries?[] series)
    {
        Source = source;
        _series = series;
        _all = [.. series.OfType<FinerSeries>()];
    }

    /// <summary>The source of the bars.</summary>
    internal IBarSource Source { get; }

    /// <summary>The finer bars of all instruments.</summary>
    internal IReadOnlyList<FinerSeries> All => _all;

    /// <summary>The finer bars of an instrument; <see langword="null"/> if it has none.</summary>
    internal FinerSeries? Of(int instrument) => _series[instrument];

    /// <summary>The maximum number of finer rows per row of all series together.</summary>
    internal long RowsPerRow => _all.Sum(series => series.RowsPerRow);

    /// <summary>Begins to read the finer bars of some series.</summary>
    /// <param name="source">The source of the bars.</param>
    /// <param name="finest">The series, by the index of their instruments.</param>
    /// <exception cref="InputException">The source's bars do not make up the bars of any series.</exception>
    internal static FinerBars Open(IBarSource source, IReadOnlyList<BarSeries> finest)
    {
        var offered = source.Series.ToDictionary(series => series.Symbol, StringComparer.Ordinal);
        (BarSeries Whole, SourceSeries Finer)[] pairs = [.. finest
            .Where(whole => offered.ContainsKey(whole.Instrument.Symbol)).Select(whole => (whole, offered[whole.Instrument.Symbol]))];
        if (pairs.FirstOrDefault() is { Whole: not null } first && !pairs.Any(pair => pair.Whole.Timeframe.IsMadeUpOf(pair.Finer.Timeframe)))
            throw new InputException(NotMadeUp(first.Whole.Timeframe, first.Finer.Timeframe));
        var series = new FinerSeries?[finest.Count];
        foreach ((BarSeries whole, SourceSeries finer) in pairs)
        {
            if (whole.Timeframe.IsMadeUpOf(finer.Timeframe))
                series[whole.Index] = new FinerSeries(whole, finer, () => source.Open(finer));
        }

        return new FinerBars(source, series);
    }

    /// <summary>The error for bars that are not made up of those of a timeframe.</summary>
    internal static InputError NotMadeUp(Timeframe bars, Timeframe finer) => new(
        "timeframe", $"bars of {finer} cannot be the finer bars of the data, whose bars are of {bars}")
    {
        Fix = $"Use a timeframe shorter than {bars} that divides it, or remove the key to use one that suits.",
    };

    /// <summary>Reads on to the end of the chunk.</summary>
    internal void Advance()
    {
        foreach (FinerSeries series in _all)
            series.Advance();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (FinerSeries series in _all)
            series.Dispose();
    }
}
