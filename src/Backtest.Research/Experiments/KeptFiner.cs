using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>
/// The bars of a lower timeframe behind those of an experiment, read once to their end, since only then is it known what they are; kept for all
/// passes where they fit into memory.
/// </summary>
internal sealed class KeptFiner : IBarSource
{
    private const int RowsAtOnce = 4096;

    private readonly Dictionary<SourceSeries, BarSeries> _bars = [];

    /// <summary>Reads them.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="timeframe">The timeframe asked for; <see langword="null"/>: what suits the bars.</param>
    /// <param name="mostBars">How many are kept at most.</param>
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

    /// <summary>The timeframe asked for; <see langword="null"/>: what suits the bars.</summary>
    public Timeframe? Timeframe { get; }

    /// <summary>Whether they are kept; otherwise they have to be read again.</summary>
    public bool IsKept { get; }

    /// <summary>How many are kept.</summary>
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

    /// <summary>Nothing: the bars are for the next pass as well.</summary>
    public void Dispose()
    {
    }
}
