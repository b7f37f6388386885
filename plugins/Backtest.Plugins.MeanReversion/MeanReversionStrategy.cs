namespace Backtest.Plugins.MeanReversion;

/// <summary>
/// Enters against a price far from its mean, in standard deviations, if the relative strength index confirms it; exits when the price is back near
/// the mean, after a number of bars, or at a stop.
/// </summary>
[Strategy("mean-reversion", Description = "Enters against a price far from its mean and exits near it.")]
public sealed partial class MeanReversionStrategy
{
    /// <summary>The number of bars of the mean and the standard deviation.</summary>
    [Parameter(Min = 2, Max = 10_000, Description = "The number of bars of the mean and its standard deviation.")]
    public int Period { get; init; } = 20;

    /// <summary>The distance from the mean beyond which it enters, in standard deviations.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Max = 20,
        Description = "The distance from the mean beyond which it enters, in standard deviations.")]
    public double Entry { get; init; } = 2;

    /// <summary>The distance from the mean within which it exits, in standard deviations.</summary>
    [Parameter(Min = 0, Max = 20,
        Description = "The distance from the mean within which it exits, in standard deviations. Must be below 'entry'.")]
    public double Exit { get; init; } = 0.5;

    /// <summary>The period of the relative strength index, in bars.</summary>
    [Parameter(Min = 2, Max = 10_000, Description = "The period of the relative strength index, in bars.")]
    public int RsiPeriod { get; init; } = 14;

    /// <summary>The index above which a short entry is confirmed.</summary>
    [Parameter(Min = 50, Max = 100, Description = "The relative strength index above which a short entry is confirmed.")]
    public double Overbought { get; init; } = 70;

    /// <summary>The index below which a long entry is confirmed.</summary>
    [Parameter(Min = 0, Max = 50, Description = "The relative strength index below which a long entry is confirmed.")]
    public double Oversold { get; init; } = 30;

    /// <summary>The number of bars after which it exits.</summary>
    [Parameter(Min = 1, Description = "The number of bars after which it exits in any case.")]
    public int MaxBars { get; init; } = 20;

    /// <summary>The distance of the stop from the entry, in standard deviations; <see langword="null"/> for no stop.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Max = 20,
        Description = "The distance of the stop from the entry, in standard deviations. null means no stop.")]
    public double? Stop { get; init; } = 3;

    /// <summary>The directions it trades.</summary>
    [Parameter(Description = "Whether it trades only long positions, or long and short ones.")]
    public TradedDirections Direction { get; init; }

    [Indicator<BollingerBands>(nameof(Period), nameof(Entry))]
    private partial BandValue Bands { get; }

    [Indicator<RelativeStrengthIndex>(nameof(RsiPeriod))]
    private partial double Rsi { get; }

    /// <summary>Checks that the exit distance is below the entry distance.</summary>
    public void Validate(IParameterErrors errors)
    {
        if (Exit >= Entry)
        {
            errors.Add("exit", FormattableString.Invariant($"'exit' is {Exit} and 'entry' is {Entry}, but 'exit' must be below 'entry'."),
                "Lower 'exit' or raise 'entry'.");
        }
    }

    /// <summary>Exits near the mean or after the maximum number of bars; enters far from the mean.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        double distance = Bands.Deviation > 0 ? (bar.Close - Bands.Middle) / Bands.Deviation : 0;
        if (position.IsFlat)
            Open(distance, signals);
        else if (position.IsLong ? distance >= -Exit : distance <= Exit)
            signals.Exit(reason: "back at the mean");
        else if (position.BarsHeld >= MaxBars)
            signals.Exit(reason: "held long enough");
    }

    private void Open(double distance, ISignals signals)
    {
        PriceLevel? stop = Stop is { } deviations ? PriceLevel.Offset(deviations * Bands.Deviation) : null;
        if (distance < -Entry && Rsi < Oversold)
            signals.Enter(Backtest.Direction.Long, new EntryTerms { StopLoss = stop, Reason = "far below the mean" });
        else if (Direction == TradedDirections.Both && distance > Entry && Rsi > Overbought)
            signals.Enter(Backtest.Direction.Short, new EntryTerms { StopLoss = stop, Reason = "far above the mean" });
    }
}
