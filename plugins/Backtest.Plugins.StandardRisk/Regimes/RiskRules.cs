namespace Backtest.Plugins.StandardRisk;

/// <summary>The sizer and the limits that apply in one regime.</summary>
internal sealed class RiskRules
{
    /// <summary>Merges limits by type; of each type the tightest applies.</summary>
    /// <param name="sizer">Sizes the entries.</param>
    /// <param name="measure">The index of the sizer's indicator among those of the manager; −1 if it has none.</param>
    /// <param name="limits">The limits, possibly several of one type.</param>
    public RiskRules(Sizer sizer, int measure, IEnumerable<RiskLimit> limits)
    {
        Sizer = sizer;
        Measure = measure;
        Limits = [.. limits.GroupBy(limit => limit.GetType()).Select(group => group.Aggregate((left, right) => left.Tighter(right)))];
        MaxLeverage = Limits.OfType<MaxLeverage>().SingleOrDefault();
        MaxDrawdown = Limits.OfType<MaxDrawdown>().SingleOrDefault();
        DailyLoss = Limits.OfType<DailyLoss>().SingleOrDefault();
    }

    public Sizer Sizer { get; }

    public int Measure { get; }

    public RiskLimit[] Limits { get; }

    public MaxLeverage? MaxLeverage { get; }

    public MaxDrawdown? MaxDrawdown { get; }

    public DailyLoss? DailyLoss { get; }

    /// <summary>Whether a limit has to be checked every turn.</summary>
    public bool WatchEveryTurn => MaxLeverage is not null || MaxDrawdown is not null || DailyLoss is not null;
}
