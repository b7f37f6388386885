using Backtest.Abstractions.Runtime;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>
/// Collects what a run's report shows of its bars: buckets of the most traded symbols, with the indicators strategies read on them, and each day's
/// last close of every traded symbol. Its memory use does not grow with the number of bars, except for one close per day.
/// </summary>
public sealed class ChartObserver : IBarObserver
{
    /// <summary>The maximum number of symbols drawn.</summary>
    internal const int MostSymbols = 20;

    private const int MostWithoutFills = 4;
    private const int MostRadius = 60;

    /// <summary>The maximum packed size of all bars in bytes, so that a page with its other content stays within three megabytes.</summary>
    private const int Budget = 800_000;

    private const int BytesPerBar = 8;
    private const int BytesPerLine = 3;

    /// <summary>The fraction of the budget for combined bars.</summary>
    private const double FoldedShare = 0.3;

    private readonly Dictionary<string, long[]> _moments;
    private readonly long _from;
    private readonly Dictionary<string, DailyCloses> _closes = new(StringComparer.Ordinal);
    private readonly List<SymbolBars> _drawn = [];
    private readonly TradeExplanations _explanations;
    private IReadOnlyList<Instrument> _instruments = [];
    private SymbolBars?[] _bars = [];

    /// <param name="run">The run whose bars it will observe.</param>
    public ChartObserver(StoredRun run)
    {
        _from = run.Equity.Total is { Count: > 0 } total ? TradingDay.Of(total.Times[0]).ToDateTime(TimeOnly.MinValue).Ticks : 0;
        _explanations = new TradeExplanations(run);
        _moments = run.Fills.GroupBy(fill => fill.Symbol, StringComparer.Ordinal)
            .ToDictionary(fills => fills.Key, fills => fills.Select(fill => fill.BarStart.Ticks).Distinct().Order().ToArray(),
                StringComparer.Ordinal);
    }

    /// <summary>The symbols drawn, most traded first.</summary>
    internal IReadOnlyList<SymbolBars> Symbols => _drawn;

    /// <summary>Each day's last close of each traded symbol.</summary>
    internal IReadOnlyDictionary<string, DailyCloses> Closes => _closes;

    /// <summary>The explanations of trades.</summary>
    internal TradeExplanations Explanations => _explanations;

    /// <inheritdoc/>
    public void Begin(ObservedData data)
    {
        _explanations.Bars.Begin(data);
        _instruments = data.Instruments;
        _bars = new SymbolBars?[data.Instruments.Count];
        // Without a fill there is no criterion, so use the first ones.
        List<Instrument> chosen = [.. _instruments.Where(instrument => _moments.ContainsKey(instrument.Symbol))
            .OrderByDescending(instrument => _moments[instrument.Symbol].Length).Take(MostSymbols)];
        if (chosen.Count == 0)
            chosen = [.. _instruments.Take(MostWithoutFills)];
        foreach (Instrument instrument in chosen)
        {
            SymbolBars bars = Open(instrument.Symbol, [.. data.Strategies.Where(strategy => strategy.Bars.Instrument.Index == instrument.Index)],
                chosen.Count);
            _bars[instrument.Index] = bars;
            _drawn.Add(bars);
        }

        foreach (Instrument instrument in _instruments.Where(instrument => _moments.ContainsKey(instrument.Symbol)))
            _closes.Add(instrument.Symbol, new DailyCloses());
    }

    /// <inheritdoc/>
    public bool Observe(BarChunk chunk)
    {
        _explanations.Bars.Observe(chunk);
        // The finest series come first, one per instrument.
        for (int i = 0; i < _instruments.Count; i++)
        {
            BarSeries series = chunk.Series[i];
            if (_closes.TryGetValue(_instruments[i].Symbol, out DailyCloses? closes))
                closes.Take(series, _from);
            _bars[i]?.Take(series);
        }

        return true;
    }

    private SymbolBars Open(string symbol, IReadOnlyList<ObservedStrategy> strategies, int symbols)
    {
        int bytes = BytesPerBar + (BytesPerLine * strategies.Sum(strategy => strategy.IndicatorNames.Count));
        int bars = Budget / symbols / bytes;
        int folded = Math.Max(256, (int)(bars * FoldedShare));
        long[] moments = _moments.GetValueOrDefault(symbol) ?? [];
        int radius = moments.Length == 0 ? 0 : Math.Clamp((((bars - folded) / moments.Length) - 1) / 2, 0, MostRadius);
        return new SymbolBars(symbol, strategies, new BarBuckets(moments, radius, folded), radius);
    }
}
