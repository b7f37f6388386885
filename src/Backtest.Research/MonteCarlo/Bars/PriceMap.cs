using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>
/// Maps prices inside a bar to prices inside the changed bar made of it: the four prices map to the four prices, and those between them in
/// proportion. So equal prices stay equal, and levels reached in one bar are reached in the other.
/// </summary>
internal readonly struct PriceMap
{
    private readonly double[] _from;
    private readonly double[] _to;

    /// <summary>Creates the map from one bar to another.</summary>
    public PriceMap(BarSeries source, int sourceRow, BarSeries target, int targetRow)
    {
        // If prices are equal in the source, the open and the close decide: the extremes of the other bar may be beyond them.
        var knots = new SortedList<double, double>(capacity: 4) { [source.Open[sourceRow]] = target.Open[targetRow] };
        knots.TryAdd(source.Close[sourceRow], target.Close[targetRow]);
        knots.TryAdd(source.High[sourceRow], target.High[targetRow]);
        knots.TryAdd(source.Low[sourceRow], target.Low[targetRow]);
        _from = [.. knots.Keys];
        _to = [.. knots.Values];
    }

    /// <summary>Maps a finer bar of the source.</summary>
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
