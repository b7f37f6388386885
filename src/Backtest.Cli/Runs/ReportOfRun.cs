using Backtest.Cli.Composition;
using Backtest.Cli.Output;
using Backtest.Engine;
using Backtest.Reporting;
using Backtest.Results;

namespace Backtest.Cli.Runs;

/// <summary>Writes the report of a run, from its folder, another pass over its bars, and its doubts.</summary>
internal static class ReportOfRun
{
    private const string NotWritable = "report_not_writable";

    // A page holds every row of the run's tables in memory; with more rows it would take longer than the run, and gigabytes.
    private const long MostTurns = 3_000_000;
    private const long MostRows = 50_000;

    /// <summary>Whether a run gets its page when it ends; if it is left out because of its size, this is reported.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="result">The result of the run.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="report">Receives notes.</param>
    public static bool IsDue(WorkflowConfig config, BacktestResult result, string folder, RunReport report)
    {
        if (config.Output is not { Report: true, Tables: not TableFormat.None } || result.Status == RunStatus.Interrupted)
            return false;
        if (result.Turns <= MostTurns && result.Portfolios.Sum(portfolio => (long)Math.Max(portfolio.Fills, portfolio.Signals)) <= MostRows)
            return true;
        report.Note($"report    not written because the run is large; to write it: backtest report {folder}");
        return false;
    }

    /// <summary>Writes the report of an earlier run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="open">Opens the inputs of the run.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>The path of the page, and why it has no bars, or null if it has bars.</returns>
    /// <exception cref="InputException">The run has no tables, or the page cannot be written.</exception>
    public static async Task<(string Page, string? Missing)> WriteAsync(StoredRun run, Func<Workspace> open, CancellationToken cancellation)
    {
        if (run.SignalStatistics is not null)
            return (WriteSignals(run), null);
        Require(run, "equity");
        try
        {
            using Workspace workspace = open();
            return RunInputs.DataChangedSince(run, workspace) is { } changed
                ? (Write(run, null, RunKnowledge.Of(run, workspace.Config, null)), changed)
                : (await WriteAsync(run, workspace, cancellation), null);
        }
        catch (InputException exception) when (exception.Errors[0].Code != NotWritable)
        {
            return (Write(run, null, new DoubtFacts(run)), exception.Errors[0].Message);
        }
    }

    /// <summary>Writes the report of a run that was executed just now.</summary>
    /// <param name="run">The run.</param>
    /// <param name="workspace">The inputs of the run.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>The path of the page.</returns>
    /// <exception cref="InputException">The data can no longer be read, or the page cannot be written.</exception>
    public static async Task<string> WriteAsync(StoredRun run, Workspace workspace, CancellationToken cancellation)
    {
        ChartObserver charts = new(run);
        DoubtBars bars = new(run);
        await workspace.CreateObservations().ObserveAsync(workspace.Config, new ObserverGroup(charts, bars), cancellation: cancellation);
        return Write(run, charts, RunKnowledge.Of(run, workspace.Config, bars));
    }

    /// <summary>Writes the report of a run that ends with signals.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The path of the page.</returns>
    /// <exception cref="InputException">The run has no tables, or the page cannot be written.</exception>
    public static string WriteSignals(StoredRun run)
    {
        Require(run, "signals");
        return Written(() => Report.WriteSignals(run, run.Folder));
    }

    private static void Require(StoredRun run, string table)
    {
        if (!run.Has(table))
        {
            throw new InputException(new InputError("no_table", $"{run.Id} has no tables, which a page needs")
            {
                Key = "output.tables",
                Fix = "Repeat the run with output.tables: parquet.",
            });
        }
    }

    private static string Write(StoredRun run, ChartObserver? charts, DoubtFacts facts) =>
        Written(() => Report.Write(run, charts, run.Folder, RunDoubts.Of(facts)));

    /// <summary>Writes a page, and reports failures as input errors.</summary>
    /// <exception cref="InputException">The page cannot be written.</exception>
    public static string Written(Func<string> write)
    {
        try
        {
            return write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError(NotWritable, $"the report cannot be written: {exception.Message}")
            {
                Fix = "Check that its folder is writable, or set output.report to false.",
            });
        }
    }
}
