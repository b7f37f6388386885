using System.CommandLine;
using Backtest.Cli.Output;
using Backtest.Data.Checking;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest data check</c>: reports what is, or looks, wrong with bars.</summary>
internal static class DataCheckCommand
{
    public static Command Create()
    {
        DataInput input = new("A run file, to use its data. Without it, options say which data to check.");
        Option<bool> json = Options.Json();
        Command command = new("check", "Checks bars for gaps, repeats, outliers, splits, shifted clocks and more.") { json };
        input.AddTo(command);
        command.SetAction((parsed, cancellation) => input.UseAsync(parsed, (options, sources) =>
        {
            DataReport report = DataChecker.Check(options, sources, cancellation);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonText.Write(output, DataReportText.ToJson(report));
            else
                DataReportText.Write(output, report);
            return Task.FromResult(report.Findings.Count == 0 ? ExitCode.Done : ExitCode.Failed);
        }));
        return command;
    }
}
