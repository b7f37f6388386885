using Backtest.Abstractions.Runtime;
using Backtest.Data;

namespace Backtest.Benchmarks;

/// <summary>Bars computed once and kept as columns: the engine copies them in bulk, and a fused loop reads them in place.</summary>
public sealed class PreloadedBars : IBarSourceFactory, IBarSource
{
    private readonly BarSeries[] _columns;

    private PreloadedBars(BarSeries[] columns)
    {
        _columns = columns;
        Series = [.. columns.Select(series => new SourceSeries(
            series.Instrument.Symbol, series.Timeframe, HasVolume: true, series.Count, EveryDayCalendar.Utc))];
    }

    /// <summary>The columns, by the index of the instruments.</summary>
    public IReadOnlyList<BarSeries> Columns => _columns;

    /// <summary>The symbols, by the index of the instruments.</summary>
    public IReadOnlyList<string> Symbols => [.. Series.Select(series => series.Symbol)];

    /// <inheritdoc/>
    public IReadOnlyList<SourceSeries> Series { get; }

    /// <inheritdoc/>
    public IReadOnlyList<DataFile> Files => [];

    /// <summary>Random walks, the same on every machine.</summary>
    /// <param name="symbols">The number of instruments.</param>
    /// <param name="bars">The number of bars of each.</param>
    /// <param name="timeframe">The length of the bars.</param>
    public static PreloadedBars Synthetic(int symbols, int bars, Timeframe timeframe)
    {
        using IBarSource source = new BarSources().Open([SyntheticOptions(symbols, bars, timeframe)]);
        return new PreloadedBars([.. source.Series.Select((series, index) => Load(source, series, index))]);
    }

    /// <summary>Random walks in minutes that are not in step.</summary>
    /// <param name="symbols">The number of instruments.</param>
    /// <param name="bars">The number of bars of each, including those left out.</param>
    /// <param name="isApart">Whether no two instruments' bars end at the same time; otherwise one bar in ten is left out.</param>
    public static PreloadedBars Ragged(int symbols, int bars, bool isApart) =>
        new([.. Synthetic(symbols, bars, Timeframe.Minute)._columns.Select(columns => isApart ? Apart(columns) : Thinned(columns))]);

    /// <summary>The options of the source behind <see cref="Synthetic"/>, for a run that streams.</summary>
    public static BarSourceOptions.Synthetic SyntheticOptions(int symbols, int bars, Timeframe timeframe) => new()
    {
        Timeframe = timeframe,
        Symbols = [.. Enumerable.Range(0, symbols).Select(index => $"S{index:000}")],
        Bars = new SyntheticBars { Bars = bars, Seed = 1, Volatility = 0.01, Drift = 0 },
    };

    /// <inheritdoc/>
    public IBarSource Open(IReadOnlyList<BarSourceOptions> sources, CancellationToken cancellation) => this;

    /// <inheritdoc/>
    public IBarReader Open(SourceSeries series) =>
        new PreloadedBarReader(Array.Find(_columns, columns => columns.Instrument.Symbol == series.Symbol)!);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static BarSeries Apart(BarSeries columns)
    {
        for (int row = 0; row < columns.Count; row++)
        {
            columns.Start[row] += columns.Index * TimeSpan.TicksPerMillisecond;
            columns.End[row] += columns.Index * TimeSpan.TicksPerMillisecond;
        }

        return columns;
    }

    private static BarSeries Thinned(BarSeries columns)
    {
        var random = new Random(columns.Index);
        var thinned = new BarSeries(columns.Instrument, columns.Timeframe, columns.Index, columns.HasVolume);
        for (int row = 0; row < columns.Count; row++)
        {
            if (row == 0 || random.Next(10) > 0)
                thinned.Append(columns, row, 1);
        }

        return thinned;
    }

    private static BarSeries Load(IBarSource source, SourceSeries series, int index)
    {
        var columns = new BarSeries(new Instrument { Symbol = series.Symbol, Index = index }, series.Timeframe, index, series.HasVolume);
        using IBarReader reader = source.Open(series);
        while (reader.Read(columns, 4096) > 0)
            continue;
        return columns;
    }
}
