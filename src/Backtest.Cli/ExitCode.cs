namespace Backtest.Cli;

/// <summary>What the tool tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The run failed, a container faulted, or the answer is no.</summary>
    public const int Failed = 1;

    /// <summary>The input is wrong.</summary>
    public const int WrongInput = 2;

    /// <summary>Interrupted.</summary>
    public const int Interrupted = 130;
}
