namespace Backtest.Engine;

/// <summary>How often the equity table has a row for a portfolio, and for the total.</summary>
public enum EquityFrequency
{
    /// <summary>At every turn with a bar on which the portfolio trades.</summary>
    EveryTurn,

    /// <summary>Once each trading day: the day's last row.</summary>
    Daily,
}
