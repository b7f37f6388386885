using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Backtest.Cli.Composition;
using Backtest.Cli.Output;
using Backtest.Engine;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest validate</c>: checks the file, the data and the plugins without running anything.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        RunFileInput input = new();
        Option<bool> json = Options.Json();
        Command command = new("validate", "Checks a run file, its data and its plugins without running it.") { json };
        input.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            using Workspace workspace = input.Open(parsed);
            workspace.LoadPlugins();
            if (workspace.IsSweep)
            {
                workspace.CreateExperiment(workspace.PlanSearch()).Check(cancellation);
            }
            else if (workspace.IsResearch)
            {
                workspace.CreateResearch().Check(cancellation);
            }
            else
            {
                using IWorkflowManager manager = workspace.CreateManager();
                manager.Build(cancellation);
            }

            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonText.Write(output, new JsonObject { ["valid"] = true, ["file"] = workspace.Config.File });
            else
                ScreenLines.OfOutput(output).Write(Describe(workspace.Config));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static string Describe(WorkflowConfig config)
    {
        PortfolioConfig[] portfolios = [.. config.Classifiers.SelectMany(classifier => classifier.Portfolios), .. config.Portfolios];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{config.File} is valid: {Count(config.Classifiers.Count, "classifier")}, {Count(portfolios.Length, "portfolio")}, ")
            + $"{Count(portfolios.Sum(portfolio => CountIn(portfolio.Strategies)), "strategy", "strategies")}.";
    }

    private static int CountIn(IReadOnlyList<StrategyConfig> strategies) =>
        strategies.Sum(strategy => strategy.Strategies is { } members ? CountIn(members) : 1);

    private static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
