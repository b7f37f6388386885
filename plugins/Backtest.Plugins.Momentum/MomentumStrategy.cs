namespace Backtest.Plugins.Momentum;

/// <summary>
/// Follows a price that has moved far enough over the lookback, unless the relative strength index shows that it has already gone too far; exits when
/// the momentum reverses. The strength is one half at the threshold and 1 at twice the threshold.
/// </summary>
[Strategy("momentum", Description = "Follows a price that has moved far enough until its momentum turns.")]
public sealed partial class MomentumStrategy
{
    /// <summary>The number of bars over which the change of the price is measured.</summary>
    [Parameter(Min = 1, Max = 10_000, Description = "The number of bars over which the price change is measured.")]
    public int Lookback { get; init; } = 20;

    /// <summary>The change beyond which it enters, as a fraction.</summary>
    [Parameter(Min = 0, Max = 10, Description = "The change over the lookback beyond which it enters, as a fraction.")]
    public double Threshold { get; init; } = 0.02;

    /// <summary>The period of the relative strength index, in bars.</summary>
    [Parameter(Min = 2, Max = 10_000, Description = "The period of the relative strength index, in bars.")]
    public int RsiPeriod { get; init; } = 14;

    /// <summary>The index at or above which no long position is entered.</summary>
    [Parameter(Min = 50, Max = 100, Description = "The relative strength index at or above which no long position is entered.")]
    public double Overbought { get; init; } = 70;

    /// <summary>The index at or below which no short position is entered.</summary>
    [Parameter(Min = 0, Max = 50, Description = "The relative strength index at or below which no short position is entered.")]
    public double Oversold { get; init; } = 30;

    /// <summary>The directions it trades.</summary>
    [Parameter(Description = "Whether it trades only long positions, or long and short ones.")]
    public TradedDirections Direction { get; init; }

    [Indicator<RateOfChange>(nameof(Lookback))]
    private partial double Change { get; }

    [Indicator<RelativeStrengthIndex>(nameof(RsiPeriod))]
    private partial double Rsi { get; }

    /// <summary>Exits when the change has turned against the position; enters when it is flat or has just exited.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        bool turned = (position.IsLong && Change < 0) || (position.IsShort && Change > 0);
        if (turned)
            signals.Exit(reason: "momentum turned");
        else if (!position.IsFlat)
            return;

        if (Change > Threshold && Rsi < Overbought)
            signals.Enter(Backtest.Direction.Long, new EntryTerms { Strength = Strength(Change), Reason = "momentum up" });
        else if (Direction == TradedDirections.Both && Change < -Threshold && Rsi > Oversold)
            signals.Enter(Backtest.Direction.Short, new EntryTerms { Strength = Strength(-Change), Reason = "momentum down" });
    }

    private double Strength(double change) => Math.Min(1, change / (2 * Threshold));
}
