using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>One side of the quotes of a series, as columns beside those of its bars. A row without a quote is not a number throughout.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class QuoteColumns
{
    internal QuoteColumns()
    {
    }

    /// <summary>First prices.</summary>
    public double[] Open { get; private set; } = [];

    /// <summary>Highest prices.</summary>
    public double[] High { get; private set; } = [];

    /// <summary>Lowest prices.</summary>
    public double[] Low { get; private set; } = [];

    /// <summary>Last prices.</summary>
    public double[] Close { get; private set; } = [];

    internal void Set(int row, in QuotePrices prices)
    {
        Open[row] = prices.Open;
        High[row] = prices.High;
        Low[row] = prices.Low;
        Close[row] = prices.Close;
    }

    /// <summary>Copies rows of another series, or of this one; rows without quotes if the source has none.</summary>
    internal void Copy(QuoteColumns? source, int from, int to, int count)
    {
        Copy(source?.Open, from, Open, to, count);
        Copy(source?.High, from, High, to, count);
        Copy(source?.Low, from, Low, to, count);
        Copy(source?.Close, from, Close, to, count);
    }

    internal void Grow(int capacity)
    {
        Open = Grown(Open, capacity);
        High = Grown(High, capacity);
        Low = Grown(Low, capacity);
        Close = Grown(Close, capacity);
    }

    private static void Copy(double[]? source, int from, double[] target, int to, int count)
    {
        if (source is null)
            target.AsSpan(to, count).Fill(double.NaN);
        else
            Array.Copy(source, from, target, to, count);
    }

    private static double[] Grown(double[] column, int capacity)
    {
        double[] larger = GC.AllocateUninitializedArray<double>(capacity); // as those of the bars
        column.CopyTo(larger, 0);
        return larger;
    }
}
