namespace Backtest.Plugins.Pattern;

/// <summary>The values of a closed bar that the recognition uses.</summary>
/// <param name="Bar">The index of the bar.</param>
/// <param name="High">Its highest price.</param>
/// <param name="Low">Its lowest price.</param>
/// <param name="Close">Its last price.</param>
/// <param name="Line">The line through the last closes.</param>
/// <param name="ShortRange">The short average true range.</param>
/// <param name="LongRange">The long average true range, the unit of the rules.</param>
/// <param name="IsVolumeConfirmed">Whether the volume is high enough for a breakout.</param>
public readonly record struct PatternInput(
    long Bar, double High, double Low, double Close, RegressionValue Line, double ShortRange, double LongRange, bool IsVolumeConfirmed);
