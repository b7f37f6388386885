using Backtest.Tests.PriceAlarms;

namespace Backtest.Tests;

/// <summary>A plugin of the kind that this project adds.</summary>
[PriceAlarm("spike", Description = "Raises an alarm where a close is far above its average.")]
public sealed partial class Spike
{
    private long _fills;

    [Parameter(Min = 1, Description = "How far above, as a multiple.")]
    public double Multiple { get; init; } = 1.5;

    [Indicator<SimpleMovingAverage>(3)]
    private partial double Average { get; }

    public int Urgency => Multiple > 2 ? 2 : 1;

    public void OnBar(BarEvent bar, IAlarms alarms)
    {
        if (bar.Close > Multiple * Average)
            alarms.Raise(FormattableString.Invariant($"{bar.Close} after {_fills} fills"));
    }

    public void OnFill(in FillEvent fill) => _fills++;
}
