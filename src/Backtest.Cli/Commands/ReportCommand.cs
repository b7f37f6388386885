using System.CommandLine;
using Backtest.Cli.Output;
using Backtest.Cli.Runs;
using Backtest.Results;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest report</c>: the page of a run, written again.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        RunInput runs = new();
        RunDataInput data = new();
        Argument<string> run = RunInput.Argument();
        Option<bool> open = Browser.Option();
        Command command = new("report", "Writes the page of a run, which opens without a network: backtest report latest --open.") { run, open };
        runs.AddTo(command);
        data.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            StoredRun opened = runs.Open(parsed, parsed.GetRequiredValue(run));
            (string page, string? missing) = await ReportOfRun.WriteAsync(opened, () => data.Open(parsed, opened), cancellation);
            if (missing is not null)
                parsed.InvocationConfiguration.Error.WriteLine($"candles are left out: {missing}");
            parsed.InvocationConfiguration.Output.WriteLine($"report: {page}");
            if (parsed.GetValue(open))
                Browser.Open(page, parsed.InvocationConfiguration.Error);
            return ExitCode.Done;
        });
        return command;
    }
}
