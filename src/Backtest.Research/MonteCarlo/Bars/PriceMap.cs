using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>
/// Which price inside a changed bar stands for one inside the bar it is made of: the four prices go over to the four, and those between them in
/// proportion. So equal prices stay equal, and what comes to the one bar comes to the other.
/// </summary>
internal readonly struct PriceMap
{
    private readonly double[] _from;
    private readonly double[] _to;

    /// <summary>The map of one bar to another.</summary>
    public PriceMap(BarSeries source, int sourceRow, BarSeries target, int targetRow)
    {
        // Of prices that are one in the source, the open and the close decide: an extreme of the other bar may be beyond them.
        var knots = new SortedList<double, double>(capacity: 4) { [source.Open[sourceRow]] = target.Open[targetRow] };
        knots.TryAdd(source.Close[sourceRow], target.Close[targetRow]);
        knots.TryAdd(source.High[sourceRow], target.High[targetRow]);
        knots.TryAdd(source.Low[sourceRow], target.Low[targetRow]);
        _from = [.. knots.Keys];
        _to = [.. knots.Values];
    }

    /// <summary>Takes a finer bar of the source over.</summary>
    public void Apply(BarSeries finer, int row)
    {
        (double high, double low) = (finer.High[row], finer.Low[row]);
        finer.Open[row] = At(finer.Open[row]);
        finer.Close[row] = At(finer.Close[row]);
        finer.High[row] = Math.Max(At(high), At(low));
        finer.Low[row] = Math.Min(At(high), At(low));
        for (int knot = 0; knot < _from.Length; knot++)
        {
            if (!(_from[knot] > low && _from[knot] < high))
                continue;
            finer.High[row] = Math.Max(finer.High[row], _to[knot]);
            finer.Low[row] = Math.Min(finer.Low[row], _to[knot]);
        }
    }

    private double At(double price)
    {
        int next = Array.BinarySearch(_from, price);
        if (next >= 0)
            return _to[next];
        next = ~next;
        double share = (price - _from[next - 1]) / (_from[next] - _from[next - 1]);
        return _to[next - 1] + (share * (_to[next] - _to[next - 1]));
    }
}
