namespace Backtest.Fixtures;

/// <summary>Reads an indicator of a package that is missing.</summary>
[Strategy("foreign-reader", Description = "Reads an indicator of another package.")]
public sealed partial class ForeignReader
{
    [Parameter(Min = 2, Max = 50, Description = "The period of the mean.")]
    public int Period { get; init; } = 5;

    [Indicator(nameof(MeanOfForeign))]
    private partial double Mean { get; }

    private IndicatorSpec MeanOfForeign => Indicators.Sma(Period).Of(Indicators.Plugin("foreign"));

    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (position.IsFlat && bar.Close > Mean)
            signals.Enter(Direction.Long);
    }
}
