namespace Backtest.Fixtures;

/// <summary>Throws on a bar whose range is 0.</summary>
public sealed partial class BrokenByRest : IBarIndicator<double>
{
    public bool IsReady { get; private set; }

    public double Undefined => double.NaN;

    public double Update(BarEvent bar)
    {
        if (bar.High == bar.Low)
            throw new InvalidOperationException("a bar has no range");
        IsReady = true;
        return bar.Close;
    }

    public void Reset() => IsReady = false;
}
