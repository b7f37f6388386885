namespace Backtest;

/// <summary>Indicators hold the values of the bar that just closed. It is only an edge of the flow: values are read, nothing is passed.</summary>
[Event(Stage.Indicator)]
public readonly record struct IndicatorEvent;
