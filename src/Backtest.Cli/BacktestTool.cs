using System.CommandLine;
using System.CommandLine.Parsing;
using Backtest.Cli.Commands;
using Backtest.Cli.Output;

namespace Backtest.Cli;

/// <summary>The tool as a whole: its commands, and what becomes of their errors.</summary>
internal static class BacktestTool
{
    private const string JsonOption = "--json";

    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        ErrorReport report = new(output, error, args.Contains(JsonOption));
        ParseResult command = Commands().Parse(
            args.Length == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (command.Errors.Count > 0)
        {
            report.Write([.. command.Errors.Select(Describe)]);
            return ExitCode.WrongInput;
        }

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

    private static RootCommand Commands() => new("Runs trading strategies on past prices.")
    {
        RunCommand.Create(),
        GraphCommand.Create(),
        ValidateCommand.Create(),
        PluginsCommand.Create(),
        DoctorCommand.Create(),
        SchemaCommand.Create(),
    };

    private static InputError Describe(ParseError error)
    {
        SymbolResult? place = error.SymbolResult;
        while (place is not (null or CommandResult))
            place = place.Parent;
        string name = place is CommandResult { Parent: not null } command ? $"backtest {command.Command.Name}" : "backtest";
        return new InputError("command_line", error.Message) { Fix = $"See {name} --help." };
    }
}
