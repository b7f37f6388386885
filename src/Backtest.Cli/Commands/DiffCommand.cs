using System.CommandLine;
using Backtest.Cli.Output;
using Backtest.Cli.Runs;
using Backtest.Results;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest diff</c>: shows where two runs diverge, and how they differ.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        RunInput runs = new();
        Argument<string> first = RunInput.Argument("RUN");
        Argument<string> second = new("OTHER") { Description = $"The other run, by {RunInput.Named}." };
        Option<string?> html = Options.Html();
        Option<bool> json = Options.Json();
        Command command = new("diff", "Shows the first event in which two runs differ, and what differs: backtest diff 20260304-0506 latest.") { first, second, html, json };
        runs.AddTo(command);
        command.SetAction(parsed =>
        {
            RunComparison comparison = RunComparison.Of(
                runs.Open(parsed, parsed.GetRequiredValue(first)), runs.Open(parsed, parsed.GetRequiredValue(second)));
            if (parsed.GetValue(html) is { } page)
                ComparisonPage.Write([comparison.First, comparison.Second], page, comparison);
            if (parsed.GetValue(json))
                JsonText.Write(parsed.InvocationConfiguration.Output, ComparisonText.ToJson(comparison));
            else
                ComparisonText.Write(parsed.InvocationConfiguration.Output, comparison);
            return comparison.AreSame == true || (comparison.AreSame is null && comparison.Parting is null) ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }
}
