namespace Backtest.Plugins.StandardRisk;

/// <summary>How often weights are restored, in terms of the portfolio's trading days.</summary>
public enum RebalanceSchedule
{
    /// <summary>Not by the calendar.</summary>
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
