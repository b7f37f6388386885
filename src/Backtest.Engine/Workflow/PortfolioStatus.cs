namespace Backtest.Engine;

/// <summary>How a portfolio ended.</summary>
public enum PortfolioStatus
{
    /// <summary>It traded to the last bar.</summary>
    Completed,

    /// <summary>Its equity fell to zero or below, and its positions were closed.</summary>
    Ruined,

    /// <summary>An exception was thrown in it, or in something it reads.</summary>
    Faulted,

    /// <summary>The run was canceled before the last bar.</summary>
    Interrupted,
}
