using Backtest.Abstractions.Runtime;
using Backtest.Data;

namespace Backtest.Benchmarks;

/// <summary>Bars made once and kept as columns: the engine copies them in bulk, a fused loop reads them where they are.</summary>
public sealed class PreloadedBars : IBarSourceFactory, IBarSource
{
    private readonly BarSeries[] _series;

    private PreloadedBars(BarSeries[] series) => _series = series;

    /// <summary>The columns, by the index of the instruments.</summary>
    public IReadOnlyList<BarSeries> Series => _series;

    /// <inheritdoc/>
    public IReadOnlyList<string> Symbols => [.. _series.Select(series => series.Instrument.Symbol)];

    /// <inheritdoc/>
    public IReadOnlyList<DataFile> Files => [];

    /// <summary>Random walks, the same on every machine.</summary>
    /// <param name="symbols">How many instruments.</param>
    /// <param name="bars">Bars of each.</param>
    /// <param name="timeframe">The length of the bars.</param>
    public static PreloadedBars Synthetic(int symbols, int bars, Timeframe timeframe)
    {
        using IBarSource source = new BarSources().Open(SyntheticOptions(symbols, bars, timeframe), CancellationToken.None);
        return new PreloadedBars([.. source.Symbols.Select((symbol, index) => Load(source, symbol, index, timeframe))]);
    }

    /// <summary>The options of the source behind <see cref="Synthetic"/>, for a run that streams.</summary>
    public static BarSourceOptions SyntheticOptions(int symbols, int bars, Timeframe timeframe) => new()
    {
        Source = "synthetic",
        Timeframe = timeframe,
        Symbols = [.. Enumerable.Range(0, symbols).Select(index => $"S{index:000}")],
        Synthetic = new SyntheticBars { Bars = bars, Seed = 1, Volatility = 0.01, Drift = 0 },
    };

    /// <inheritdoc/>
    public IBarSource Open(BarSourceOptions options, CancellationToken cancellation) => this;

    /// <inheritdoc/>
    public bool HasVolume(string symbol) => true;

    /// <inheritdoc/>
    public long Count(string symbol) => Find(symbol).Count;

    /// <inheritdoc/>
    public IBarReader Open(string symbol) => new PreloadedBarReader(Find(symbol));

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static BarSeries Load(IBarSource source, string symbol, int index, Timeframe timeframe)
    {
        var series = new BarSeries(new Instrument { Symbol = symbol, Index = index }, timeframe, index, hasVolume: true);
        using IBarReader reader = source.Open(symbol);
        while (reader.Read(series, 4096) > 0)
            continue;
        return series;
    }

    private BarSeries Find(string symbol) => Array.Find(_series, series => series.Instrument.Symbol == symbol)!;
}
