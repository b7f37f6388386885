namespace Backtest.Engine;

/// <summary>How a run ended.</summary>
public enum RunStatus
{
    /// <summary>Every container saw every bar.</summary>
    Completed,

    /// <summary>A container faulted.</summary>
    Faulted,

    /// <summary>The run was canceled before the last bar.</summary>
    Interrupted,
}
