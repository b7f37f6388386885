using System.CommandLine;
using System.Diagnostics;
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
        Option<bool> open = new("--open") { Description = "Opens the page in the browser." };
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
            if (parsed.GetValue(open) && !TryOpen(page))
                parsed.InvocationConfiguration.Error.WriteLine("no browser was found; open the file yourself");
            return ExitCode.Done;
        });
        return command;
    }

    private static bool TryOpen(string page)
    {
        try
        {
            using Process? browser = Process.Start(new ProcessStartInfo(page) { UseShellExecute = true });
            return true;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or PlatformNotSupportedException or FileNotFoundException)
        {
            return false;
        }
    }
}
