namespace Backtest.Plugins.Pattern;

/// <summary>What a closed bar says.</summary>
/// <param name="Bar">The bar's place in history.</param>
/// <param name="High">Its highest price.</param>
/// <param name="Low">Its lowest price.</param>
/// <param name="Close">Its last price.</param>
/// <param name="Line">The line through the last closes.</param>
/// <param name="ShortRange">The average true range of few bars.</param>
/// <param name="LongRange">The average true range of many bars: the unit of the rules.</param>
/// <param name="IsVolumeConfirmed">Whether the volume is high enough for a breakout.</param>
public readonly record struct PatternInput(
    long Bar, double High, double Low, double Close, RegressionValue Line, double ShortRange, double LongRange, bool IsVolumeConfirmed);
