using System.CommandLine;
using Backtest.Cli.Commands;
using Backtest.Cli.Output;
using Backtest.Configuration;

namespace Backtest.Cli;

/// <summary>The tool: runs commands and reports their errors.</summary>
internal static class BacktestTool
{
    private const string JsonOption = "--json";

    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        ErrorReport report = new(output, error, args.Contains(JsonOption));
        // Compile on another thread while the command line is parsed: half of the time a run file takes.
        if (args is ["run" or "validate" or "graph" or "audit", ..])
            _ = Task.Run(RunFile.MakeReady, CancellationToken.None);
        ParseResult command = Commands(args).Parse(
            args.Length == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (command.Errors.Count > 0)
        {
            report.Write(CommandLineErrors.Of(command));
            return ExitCode.WrongInput;
        }

        using UnfinishedCommand unfinished = new(report);
        try
        {
            InvocationConfiguration invocation = new()
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await command.InvokeAsync(invocation, cancellation);
        }
        catch (InputException exception)
        {
            report.Write(exception.Errors);
            return ExitCode.WrongInput;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            error.WriteLine("interrupted");
            return ExitCode.Interrupted;
        }
        catch (Exception exception)
        {
            report.WriteUnexpected(exception);
            return ExitCode.Failed;
        }
    }

    private static RootCommand Commands(string[] args) => new("Runs trading strategies on historical prices.")
    {
        RunCommand.Create(),
        GraphCommand.Create(),
        ValidateCommand.Create(),
        DataCommand.Create(args),
        ReportCommand.Create(),
        RunsCommand.Create(),
        CompareCommand.Create(),
        ExportCommand.Create(),
        WhyCommand.Create(),
        DiffCommand.Create(),
        RerunCommand.Create(),
        AuditCommand.Create(),
        MonteCarloCommand.Create(),
        AblateCommand.Create(),
        ExperimentsCommand.Create(),
        PluginsCommand.Create(),
        DoctorCommand.Create(),
        SchemaCommand.Create(),
        NewCommand.Create(),
    };
}
