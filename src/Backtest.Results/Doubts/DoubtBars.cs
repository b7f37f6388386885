using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Examines the bars of a run for what makes its fills doubtful, and computes the return of holding the traded symbols.</summary>
public sealed class DoubtBars : IBarObserver
{
    private const double SplitTolerance = 0.02;
    private static readonly long LongestClosing = TimeSpan.FromDays(10).Ticks;
    private static readonly double[] SplitRatios = [2, 3, 4, 5, 7, 10, 20];

    private readonly Dictionary<string, ILookup<long, FillRow>> _fills; // by symbol, then by the start of the bar
    private readonly DateTime _from;
    private readonly Dictionary<string, (double First, double Last)> _held = [];
    private readonly Dictionary<string, double> _lastClose = [];
    private readonly List<(FillRow Fill, double Share)> _shares = [];
    private readonly List<FillRow> _onSilence = [];
    private readonly List<(FillRow Fill, double High, double Low)> _ranges = [];
    private readonly List<(string Symbol, DateTime Start, double Ratio)> _jumps = [];
    private readonly Dictionary<string, long> _lastEnd = [];
    private readonly List<DataGap> _gaps = [];

    /// <summary>Prepares to examine a run.</summary>
    /// <param name="run">The run.</param>
    public DoubtBars(StoredRun run)
    {
        _fills = run.Fills.GroupBy(fill => fill.Symbol, StringComparer.Ordinal)
            .ToDictionary(fills => fills.Key, fills => fills.ToLookup(fill => fill.BarStart.Ticks), StringComparer.Ordinal);
        _from = run.Equity.Total.Count > 0 ? run.Equity.Total.Times[0] : DateTime.MinValue;
    }

    /// <summary>The symbols of the data, traded or not.</summary>
    public IReadOnlyList<string> Symbols { get; private set; } = [];

    /// <summary>The fills on bars with a volume, each with its fraction of that volume.</summary>
    public IReadOnlyList<(FillRow Fill, double Share)> VolumeShares => _shares;

    /// <summary>The fills on bars without trading: with volume 0 if the data has volumes, else with a single price.</summary>
    public IReadOnlyList<FillRow> OnSilence => _onSilence;

    /// <summary>The fills inside bars, each with the highest and the lowest price of its bar.</summary>
    public IReadOnlyList<(FillRow Fill, double High, double Low)> Ranges => _ranges;

    /// <summary>Closes that differ from the next open by the ratio of a split, in traded symbols.</summary>
    public IReadOnlyList<(string Symbol, DateTime Start, double Ratio)> SuspectedSplits => _jumps;

    /// <summary>Gaps between bars of traded symbols, since the run began to trade, that are longer than any exchange closes.</summary>
    public IReadOnlyList<DataGap> Gaps => _gaps;

    /// <summary>
    /// The return of buying each traded symbol for equal money at its first close of the measured time and holding it, as a fraction; null if no
    /// such symbol has two bars.
    /// </summary>
    public double? BuyAndHold => _held.Count == 0 ? null : _held.Values.Average(held => (held.Last / held.First) - 1);

    /// <inheritdoc/>
    public void Begin(ObservedData data) => Symbols = [.. data.Instruments.Select(instrument => instrument.Symbol)];

    /// <inheritdoc/>
    public bool Observe(BarChunk chunk)
    {
        // The finest series come first, one per instrument; orders fill only on these.
        foreach (BarSeries series in chunk.Series[..Symbols.Count])
        {
            if (_fills.TryGetValue(series.Instrument.Symbol, out ILookup<long, FillRow>? fills))
                Observe(series, fills);
        }

        return true;
    }

    private void Observe(BarSeries series, ILookup<long, FillRow> fills)
    {
        string symbol = series.Instrument.Symbol;
        for (int row = 0; row < series.Count; row++)
        {
            foreach (FillRow fill in fills[series.Start[row]])
                Take(fill, series, row);
            if (_lastClose.TryGetValue(symbol, out double last) && IsSplit(last, series.Open[row], out double ratio))
                _jumps.Add((symbol, new DateTime(series.Start[row], DateTimeKind.Utc), ratio));
            if (_lastEnd.TryGetValue(symbol, out long end) && end >= _from.Ticks && IsGap(end, series, row))
                _gaps.Add(new DataGap(symbol, new DateTime(end, DateTimeKind.Utc), new DateTime(series.Start[row], DateTimeKind.Utc)));
            _lastEnd[symbol] = series.End[row];
            double close = series.Close[row];
            _lastClose[symbol] = close;
            if (series.End[row] >= _from.Ticks && close > 0)
                _held[symbol] = (_held.TryGetValue(symbol, out (double First, double Last) held) ? held.First : close, close);
        }
    }

    private void Take(FillRow fill, BarSeries series, int row)
    {
        bool isSilent = series.HasVolume ? series.Volume[row] <= 0 : series.High[row] == series.Low[row];
        if (isSilent)
            _onSilence.Add(fill);
        else if (series.HasVolume)
            _shares.Add((fill, (double)fill.Quantity / series.Volume[row]));
        if (fill.Time > fill.BarStart)
            _ranges.Add((fill, series.High[row], series.Low[row]));
    }

    // The longest closing of a large exchange since 1980 was in New York after 11 September 2001: six days from close to open.
    private static bool IsGap(long end, BarSeries series, int row)
    {
        long length = series.End[row] - series.Start[row];
        return series.Start[row] - end > Math.Max(LongestClosing, length);
    }

    private static bool IsSplit(double before, double after, out double ratio)
    {
        ratio = before > 0 && after > 0 ? Math.Max(before / after, after / before) : 1;
        double found = ratio;
        return SplitRatios.Any(known => Math.Abs((found / known) - 1) < SplitTolerance);
    }
}

/// <summary>A gap between bars.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="From">The end of the bar before it, UTC.</param>
/// <param name="To">The start of the bar after it, UTC.</param>
public readonly record struct DataGap(string Symbol, DateTime From, DateTime To);
