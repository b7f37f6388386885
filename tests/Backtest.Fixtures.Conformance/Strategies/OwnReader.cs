namespace Backtest.Fixtures;

/// <summary>Obeys every law; reads an indicator of its own package by its id, directly and as the input of another.</summary>
[Strategy("own-reader", Description = "Reads an indicator of its own package by its id.")]
public sealed partial class OwnReader
{
    [Indicator(nameof(MiddleOfBar))]
    private partial double Middle { get; }

    [Indicator(nameof(MeanOfMiddles))]
    private partial double Mean { get; }

    private static IndicatorSpec MiddleOfBar => Indicators.Plugin("middle-of-bar", 1);

    private static IndicatorSpec MeanOfMiddles => Indicators.Sma(5).Of(Indicators.Plugin("Backtest.Fixtures.Conformance/middle-of-bar"));

    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (position.IsFlat && Middle > Mean)
            signals.Enter(Direction.Long);
        else if (position.IsLong && Middle < Mean)
            signals.Exit();
    }
}
