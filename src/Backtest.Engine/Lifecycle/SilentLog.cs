namespace Backtest.Engine;

/// <summary>A log that discards all messages.</summary>
internal sealed class SilentLog : IRunLog
{
    public static readonly SilentLog Instance = new();

    public void Information(string message)
    {
    }

    public void Warning(string message)
    {
    }
}
