namespace Backtest;

/// <summary>A channel around the first number, as wide as a multiple of the second.</summary>
internal sealed partial class ChannelAround(double multiple) : IPairIndicator<ChannelValue>
{
    public bool IsReady { get; private set; }

    public ChannelValue Undefined => new(double.NaN, double.NaN, double.NaN);

    public ChannelValue Update(double first, double second)
    {
        IsReady = true;
        double width = multiple * second;
        return new ChannelValue(first + width, first, first - width);
    }

    public void Reset() => IsReady = false;
}
