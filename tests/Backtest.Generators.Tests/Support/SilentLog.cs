namespace Backtest.Tests;

/// <summary>A log nobody reads.</summary>
internal sealed class SilentLog : IRunLog
{
    public void Information(string message)
    {
    }

    public void Warning(string message)
    {
    }
}
