namespace Backtest.Cli;

/// <summary>The exit codes of the tool.</summary>
internal static class ExitCode
{
    /// <summary>Success.</summary>
    public const int Done = 0;

    /// <summary>The run failed, a container faulted, or the answer is no.</summary>
    public const int Failed = 1;

    /// <summary>The input is invalid.</summary>
    public const int WrongInput = 2;

    /// <summary>The command was interrupted.</summary>
    public const int Interrupted = 130;
}
