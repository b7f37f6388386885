namespace Backtest.Plugins.Pattern;

/// <summary>The last closes, with their highest and lowest.</summary>
internal sealed class RecentCloses(int capacity)
{
    private readonly double[] _closes = new double[capacity];
    private int _next;
    private int _count;

    public bool IsFull => _count == _closes.Length;

    public void Add(double close)
    {
        _closes[_next] = close;
        _next = (_next + 1) % _closes.Length;
        _count = Math.Min(_count + 1, _closes.Length);
    }

    public double Highest()
    {
        double highest = double.NegativeInfinity;
        foreach (double close in _closes)
            highest = Math.Max(highest, close);
        return highest;
    }

    public double Lowest()
    {
        double lowest = double.PositiveInfinity;
        foreach (double close in _closes)
            lowest = Math.Min(lowest, close);
        return lowest;
    }
}
