namespace Backtest.Tests;

/// <summary>Listens to nobody.</summary>
internal sealed class SilentLog : IRunLog
{
    public void Information(string message)
    {
    }

    public void Warning(string message)
    {
    }
}
