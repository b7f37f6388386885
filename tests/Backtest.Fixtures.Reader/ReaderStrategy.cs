namespace Backtest.Fixtures.Reader;

/// <summary>Enters when the mean of another package's indicator is above the close.</summary>
[Strategy("reader", Description = "Reads an indicator of another package.")]
public sealed partial class ReaderStrategy
{
    /// <summary>The indicator's id.</summary>
    [Parameter(Description = "The indicator's id.")]
    public string Indicator { get; init; } = "middle";

    /// <summary>The indicator's argument.</summary>
    [Parameter(Description = "Its argument.")]
    public double Factor { get; init; } = 1;

    [Indicator(nameof(Mean))]
    private partial double Middle { get; }

    private IndicatorSpec Mean => Indicators.Sma(3).Of(Indicators.Plugin(Indicator, Factor));

    /// <summary>Enters if the mean is above the close.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (position.IsFlat && bar.Close < Middle)
            signals.Enter(Direction.Long, new EntryTerms { Reason = "below the middle" });
    }
}
