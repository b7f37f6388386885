namespace Backtest.Plugins.StandardRisk;

/// <summary>
/// A limit on the loss from the peak of equity; when it is reached, everything is closed and nothing is entered, for a while or for the rest of the
/// run.
/// </summary>
[Variant("max_drawdown", Description = "The loss from the peak of equity at which everything is closed and there are no more entries.")]
public sealed record MaxDrawdown : RiskLimit
{
    /// <summary>The loss from the peak, as a fraction of the peak.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Max = 1, Description = "The loss from the peak, as a fraction of the peak.")]
    public required double Value { get; init; }

    /// <summary>
    /// The number of turns with a bar of a traded instrument after which entries are allowed again and the peak starts anew; <see langword="null"/>
    /// for never.
    /// </summary>
    [Parameter(Min = 1, Description = "The number of bars after which entries are allowed again and the peak restarts. Default: never.")]
    public int? ResumeAfter { get; init; }

    /// <summary>The loss from which sizes are halved, as a fraction of the peak; <see langword="null"/> if they are not halved.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Max = 1, Description = "The loss from which sizes are halved, as a fraction of the peak.")]
    public double? ReduceAt { get; init; }

    internal override string Name => "max_drawdown";

    internal override double Threshold => Value;

    internal override RiskLimit Tighter(RiskLimit other)
    {
        var drawdown = (MaxDrawdown)other;
        MaxDrawdown tighter = drawdown.Value < Value ? drawdown : this;
        double? reduceAt = drawdown.ReduceAt is null || ReduceAt < drawdown.ReduceAt ? ReduceAt : drawdown.ReduceAt;
        return tighter with { ReduceAt = reduceAt };
    }

    internal override decimal Room(in EntryRequest entry, decimal wanted) => entry.Drawdown >= ReduceAt ? wanted / 2 : wanted;

    internal override double Measured(in EntryRequest entry, decimal wanted) => entry.Drawdown;
}
