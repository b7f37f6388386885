namespace Backtest.Plugins.Breakout;

/// <summary>
/// Enters when the close leaves the channel of the preceding bars, on higher volume than usual if the data has volumes; a stop and a target, both in
/// average true ranges, end the trade.
/// </summary>
[Strategy("breakout", Description = "Enters when the close leaves the channel of the bars before it, with a stop and a target.")]
public sealed partial class BreakoutStrategy
{
    /// <summary>The number of bars of the channel, excluding the current one.</summary>
    [Parameter(Min = 1, Max = 10_000, Description = "The number of bars of the channel, without the current bar.")]
    public int Period { get; init; } = 20;

    /// <summary>The number of bars of the average volume.</summary>
    [Parameter(Min = 1, Max = 10_000, Description = "The number of bars of the average volume.")]
    public int VolumePeriod { get; init; } = 20;

    /// <summary>The volume that confirms a breakout, as a multiple of the average volume.</summary>
    [Parameter(Min = 0, Max = 100, Description = "The volume above which a breakout is confirmed, as a multiple of its average.")]
    public double VolumeFactor { get; init; } = 1;

    /// <summary>The period of the average true range, in bars.</summary>
    [Parameter(Min = 1, Max = 10_000, Description = "The period of the average true range, in bars.")]
    public int AtrPeriod { get; init; } = 14;

    /// <summary>The distance of the stop from the entry, in average true ranges.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Max = 100, Description = "The distance of the stop from the entry, in average true ranges.")]
    public double StopMultiple { get; init; } = 2;

    /// <summary>The distance of the target from the entry, in average true ranges.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Max = 100, Description = "The distance of the target from the entry, in average true ranges.")]
    public double TargetMultiple { get; init; } = 4;

    /// <summary>The directions it trades.</summary>
    [Parameter(Description = "Whether it trades only long positions, or long and short ones.")]
    public TradedDirections Direction { get; init; }

    [Indicator<DonchianChannel>(nameof(Period), Offset = 1)]
    private partial ChannelValue Channel { get; }

    [Indicator<SimpleMovingAverage>(nameof(VolumePeriod), Source = BarField.Volume)]
    private partial double MeanVolume { get; }

    [Indicator<AverageTrueRange>(nameof(AtrPeriod))]
    private partial double Range { get; }

    /// <summary>Enters on a confirmed breakout if the position is flat.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (!position.IsFlat || !IsConfirmed(bar))
            return;
        if (bar.Close > Channel.Upper)
            Enter(Backtest.Direction.Long, "above the channel", signals);
        else if (Direction == TradedDirections.Both && bar.Close < Channel.Lower)
            Enter(Backtest.Direction.Short, "below the channel", signals);
    }

    private bool IsConfirmed(BarEvent bar) => !bar.HasVolume || bar.Volume > VolumeFactor * MeanVolume;

    private void Enter(Direction direction, string reason, ISignals signals) => signals.Enter(direction, new EntryTerms
    {
        StopLoss = PriceLevel.Offset(StopMultiple * Range),
        TakeProfit = PriceLevel.Offset(TargetMultiple * Range),
        Reason = reason,
    });
}
