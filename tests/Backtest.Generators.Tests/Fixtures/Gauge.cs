namespace Backtest.Tests;

/// <summary>A risk manager that gives indicator values of each instrument as its reason.</summary>
[RiskManager("gauge")]
public sealed partial class Gauge
{
    [Indicator<SimpleMovingAverage>(1)]
    private partial PerSymbol<double> Last { get; }

    [Indicator(nameof(Averages))]
    private partial IReadOnlyList<PerSymbol<double>> Means { get; }

    private static IReadOnlyList<IndicatorSpec> Averages => [Indicators.Sma(3)];

    public void OnSignals(in RiskTurn turn, IOrders orders)
    {
        foreach (SignalEvent signal in turn.Signals)
            orders.Reduce(signal.Instrument, 1, $"{signal.Instrument.Symbol} {Last[signal.Instrument]} {Means[0][signal.Instrument]}");
    }
}
