namespace Backtest.Plugins.StandardRisk;

/// <summary>
/// A limit on the loss against the last equity of the previous day; when it is reached, everything is closed and nothing is entered until the next
/// day.
/// </summary>
[Variant("daily_loss", Description = "The loss in a day at which everything is closed and there are no entries until the next day.")]
public sealed record DailyLoss : RiskLimit
{
    /// <summary>The loss, as a fraction of the last equity of the previous day.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Max = 1, Description = "The loss, as a fraction of the last equity of the day before.")]
    public required double Value { get; init; }

    internal override string Name => "daily_loss";

    internal override double Threshold => Value;
}
