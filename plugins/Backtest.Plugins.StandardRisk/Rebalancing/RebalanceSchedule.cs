namespace Backtest.Plugins.StandardRisk;

/// <summary>How often weights are restored, by the portfolio's trading days.</summary>
public enum RebalanceSchedule
{
    /// <summary>By no calendar.</summary>
    Never,

    /// <summary>On every trading day.</summary>
    Daily,

    /// <summary>On the first trading day of a week; weeks begin on Mondays.</summary>
    Weekly,

    /// <summary>On the first trading day of a month.</summary>
    Monthly,

    /// <summary>On the first trading day of a quarter.</summary>
    Quarterly,
}
