using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Reporting;

/// <summary>The bars of a symbol to draw.</summary>
internal sealed class SymbolBars
{
    private readonly IReadOnlyList<ObservedStrategy> _strategies;
    private readonly double[][] _values;
    private readonly BarBuckets _buckets;

    /// <param name="symbol">The symbol.</param>
    /// <param name="strategies">The strategies on it, whose indicators are drawn.</param>
    /// <param name="buckets">The buckets of its bars.</param>
    /// <param name="radius">The number of bars kept around fills.</param>
    public SymbolBars(string symbol, IReadOnlyList<ObservedStrategy> strategies, BarBuckets buckets, int radius)
    {
        Symbol = symbol;
        Radius = radius;
        _strategies = strategies;
        _buckets = buckets;
        _values = [.. strategies.Select(strategy => NotYet(strategy.IndicatorNames.Count))];
        Lines = [.. strategies.SelectMany(strategy =>
            strategy.IndicatorNames.Select(name => new IndicatorLine($"{strategy.Portfolio}/{strategy.Strategy}", name)))];
    }

    /// <summary>The symbol.</summary>
    public string Symbol { get; }

    /// <summary>Its indicators.</summary>
    public IReadOnlyList<IndicatorLine> Lines { get; }

    /// <summary>The number of bars kept before and after each bar with a fill.</summary>
    public int Radius { get; }

    /// <summary>The number of its bars.</summary>
    public long Bars => _buckets.Bars;

    /// <summary>The number of bars in the widest buckets.</summary>
    public int Width => _buckets.Width;

    /// <summary>Whether its volume is known.</summary>
    public bool HasVolume { get; private set; }

    /// <summary>All buckets.</summary>
    public ReadOnlySpan<Bucket> Complete() => _buckets.Complete();

    /// <summary>Adds the bars of a chunk.</summary>
    public void Take(BarSeries series)
    {
        var longer = new int[_strategies.Count];
        for (int row = 0; row < series.Count; row++)
        {
            double volume = double.IsFinite(series.Volume[row]) ? series.Volume[row] : 0;
            HasVolume |= volume > 0;
            var bar = new Bucket
            {
                Start = series.Start[row],
                Count = 1,
                Open = series.Open[row],
                High = series.High[row],
                Low = series.Low[row],
                Close = series.Close[row],
                Volume = volume,
                Lines = ValuesAt(series, row, longer),
            };
            _buckets.Add(bar, series.End[row]);
        }

        // Longer bars that end after the last of these belong to the next turn, in the next chunk, so none is missed.
    }

    private double[] ValuesAt(BarSeries series, int row, int[] longer)
    {
        if (Lines.Count == 0)
            return [];
        var values = new double[Lines.Count];
        int at = 0;
        for (int i = 0; i < _strategies.Count; i++)
        {
            ObservedStrategy strategy = _strategies[i];
            double[] last = _values[i];
            if (ReferenceEquals(strategy.Bars, series))
                strategy.ReadIndicators(row, last);
            // A strategy on longer bars reads at the last one that has ended.
            else
            {
                for (; longer[i] < strategy.Bars.Count && strategy.Bars.End[longer[i]] <= series.End[row]; longer[i]++)
                    strategy.ReadIndicators(longer[i], last);
            }

            last.CopyTo(values, at);
            at += last.Length;
        }

        return values;
    }

    private static double[] NotYet(int count)
    {
        var values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }
}

/// <summary>An indicator of a strategy.</summary>
/// <param name="Strategy">The strategy, prefixed with its portfolio.</param>
/// <param name="Name">The name of the indicator.</param>
internal sealed record IndicatorLine(string Strategy, string Name);
