namespace Backtest;

/// <summary>Bands around the first number, as wide as a multiple of the second, a deviation.</summary>
internal sealed partial class BandsAround(double deviations) : IPairIndicator<BandValue>
{
    public bool IsReady { get; private set; }

    public BandValue Undefined => new(double.NaN, double.NaN, double.NaN, double.NaN);

    public BandValue Update(double first, double second)
    {
        IsReady = true;
        double width = deviations * second;
        return new BandValue(first + width, first, first - width, second);
    }

    public void Reset() => IsReady = false;
}
