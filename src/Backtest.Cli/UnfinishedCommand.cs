using Backtest.Cli.Output;

namespace Backtest.Cli;

/// <summary>
/// Represents a command in progress until it is disposed. If the process ends before that, which plugin code can cause with
/// <see cref="Environment.Exit"/>, an error is reported and the exit code is <see cref="ExitCode.Failed"/>, whatever code was requested.
/// </summary>
internal sealed class UnfinishedCommand : IDisposable
{
    private readonly ErrorReport _report;

    /// <summary>Starts the command.</summary>
    /// <param name="report">Reports the error.</param>
    public UnfinishedCommand(ErrorReport report)
    {
        _report = report;
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <summary>Completes the command; from now on the process may exit with any code.</summary>
    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;

    private void OnProcessExit(object? sender, EventArgs e)
    {
        // Set this before writing the report, which may fail: standard error may be closed.
        Environment.ExitCode = ExitCode.Failed;
        _report.Write([new InputError("process_exit", "the process ended before the command finished, so there are no results")
        {
            Fix = "A plugin may have called Environment.Exit. Throw an exception instead, which stops only its own container.",
        }]);
    }
}
