namespace Backtest;

/// <summary>
/// Indicators hold the values of the bar that just closed. An edge of the flow alone: values are read, nothing is passed.
/// </summary>
[Event(Stage.Indicator)]
public readonly record struct IndicatorEvent;
