using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>
/// The bars of a lower timeframe inside those of an experiment. They are read to their end once, because only then is their content known, and kept
/// for all passes if they fit into memory.
/// </summary>
internal sealed class KeptFiner : IBarSource
{
    private const int RowsAtOnce = 4096;

    private readonly Dictionary<SourceSeries, BarSeries> _bars = [];

    /// <summary>Reads the bars.</summary>
    /// <param name="source">The source of the bars.</param>
    /// <param name="timeframe">The requested timeframe, or <see langword="null"/> for the one that suits the bars.</param>
    /// <param name="mostBars">The maximum number of bars to keep.</param>
    /// <param name="cancellation">Cancels reading.</param>
    public KeptFiner(IBarSource source, Timeframe? timeframe, long mostBars, CancellationToken cancellation)
    {
        Timeframe = timeframe;
        Series = source.Series;
        long count = 0;
        foreach (SourceSeries series in Series)
        {
            var bars = new BarSeries(new Instrument { Symbol = series.Symbol }, series.Timeframe, index: 0, series.HasVolume, series.HasQuotes);
            using IBarReader reader = source.Open(series);
            while (reader.Read(bars, RowsAtOnce) is > 0 and var read)
            {
                cancellation.ThrowIfCancellationRequested();
                count += read;
                if (count > mostBars)
                    bars.Truncate(0);
            }

            _bars.Add(series, bars);
        }

        IsKept = count <= mostBars;
        Kept = IsKept ? count : 0;
        if (!IsKept)
            _bars.Clear();
        Files = source.Files;
        Actions = source.Actions;
        Warnings = source.Warnings;
    }

    /// <summary>The requested timeframe, or <see langword="null"/> for the one that suits the bars.</summary>
    public Timeframe? Timeframe { get; }

    /// <summary>Whether they are kept; otherwise they must be read again.</summary>
    public bool IsKept { get; }

    /// <summary>The number of bars kept.</summary>
    public long Kept { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SourceSeries> Series { get; }

    /// <inheritdoc/>
    public IReadOnlyList<DataFile> Files { get; }

    /// <inheritdoc/>
    public IReadOnlyList<CorporateAction> Actions { get; }

    /// <inheritdoc/>
    public IReadOnlyList<DataWarning> Warnings { get; }

    /// <inheritdoc/>
    public IBarReader Open(SourceSeries series) => new SeriesReader(_bars[series]);

    /// <summary>Does nothing: later passes need the bars.</summary>
    public void Dispose()
    {
    }
}
