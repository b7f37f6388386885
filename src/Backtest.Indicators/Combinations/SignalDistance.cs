namespace Backtest;

/// <summary>A line, its signal and the distance between them.</summary>
internal sealed partial class SignalDistance : IPairIndicator<MacdValue>
{
    public bool IsReady { get; private set; }

    public MacdValue Undefined => new(double.NaN, double.NaN, double.NaN);

    public MacdValue Update(double first, double second)
    {
        IsReady = true;
        return new MacdValue(first, second, first - second);
    }

    public void Reset() => IsReady = false;
}
