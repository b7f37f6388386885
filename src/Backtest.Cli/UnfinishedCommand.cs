using Backtest.Cli.Output;

namespace Backtest.Cli;

/// <summary>
/// Stands for a command until it is disposed. When the process ends before that, which plugin code can bring about with
/// <see cref="Environment.Exit"/>, an error is reported and the exit code is <see cref="ExitCode.Failed"/>, whatever code was asked for.
/// </summary>
internal sealed class UnfinishedCommand : IDisposable
{
    private readonly ErrorReport _report;

    /// <summary>Begins the command.</summary>
    /// <param name="report">Where the error is reported.</param>
    public UnfinishedCommand(ErrorReport report)
    {
        _report = report;
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <summary>Ends the command: from here on the process may exit with any code.</summary>
    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;

    private void OnProcessExit(object? sender, EventArgs e)
    {
        // Set before the report is written, which may fail: standard error can be closed.
        Environment.ExitCode = ExitCode.Failed;
        _report.Write([new InputError("process_exit", "the process was ended before the command was done, so there are no results")
        {
            Fix = "A plugin may have called Environment.Exit. Let it throw an exception instead: that stops its own container alone.",
        }]);
    }
}
