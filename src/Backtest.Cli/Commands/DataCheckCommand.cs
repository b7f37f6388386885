using System.CommandLine;
using Backtest.Cli.Composition;
using Backtest.Cli.Output;
using Backtest.Data.Checking;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest data check</c>: says what is wrong with bars, or looks it.</summary>
internal static class DataCheckCommand
{
    public static Command Create()
    {
        DataOptions data = new();
        Option<bool> json = Options.Json();
        Command command = new("check", "Says what is wrong with bars: gaps, repeats, outliers, splits, shifted clocks and more.") { json };
        data.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            using Workspace? workspace = data.OpenRunFile(parsed);
            DataReport report = DataChecker.Check(
                workspace?.Config.Data ?? [data.ReadSource(parsed)], workspace is null ? null : workspace.FindSource, cancellation);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonText.Write(output, DataReportText.ToJson(report));
            else
                DataReportText.Write(output, report);
            return Task.FromResult(report.Findings.Count == 0 ? ExitCode.Done : ExitCode.Failed);
        });
        return command;
    }
}
