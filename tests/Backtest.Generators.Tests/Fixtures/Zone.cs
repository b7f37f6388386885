namespace Backtest.Tests;

/// <summary>The number, from 1, of the zone of the bar's range that the close is in; throws on a close below zero.</summary>
[IndicatorPlugin("zone", Description = "Tells the zone of its range a bar closes in.")]
public sealed partial class Zone : IBarIndicator<double>
{
    private readonly int _zones;
    private readonly bool _isTurned;

    /// <summary>Which zone of a bar's range the close is in.</summary>
    /// <param name="zones">How many zones
    /// there are; at least 1.</param>
    /// <param name="isTurned">Whether they count from the high.</param>
    /// <param name="name">Of no meaning here.</param>
    public Zone(int zones, bool isTurned = false, DayOfWeek name = DayOfWeek.Friday)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(zones, 1);
        _ = name;
        _zones = zones;
        _isTurned = isTurned;
    }

    public bool IsReady { get; private set; }

    public double Undefined => double.NaN;

    public double Update(BarEvent bar)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bar.Close);
        IsReady = true;
        double place = bar.High == bar.Low ? 0.5 : (bar.Close - bar.Low) / (bar.High - bar.Low);
        return Math.Min(1 + Math.Floor((_isTurned ? 1 - place : place) * _zones), _zones);
    }

    public void Reset() => IsReady = false;
}
