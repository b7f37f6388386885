namespace Backtest.Engine;

/// <summary>For runs nobody listens to.</summary>
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
