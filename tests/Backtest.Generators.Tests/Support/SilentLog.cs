namespace Backtest.Tests;

/// <summary>A log that discards its messages.</summary>
internal sealed class SilentLog : IRunLog
{
    public void Information(string message)
    {
    }

    public void Warning(string message)
    {
    }
}
