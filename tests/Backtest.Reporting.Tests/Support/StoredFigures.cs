using System.Text.Json.Nodes;
using Backtest.Research;

namespace Backtest.Tests;

/// <summary>Possible results of a research workflow and an ablation, as their folders store them.</summary>
internal static class StoredFigures
{
    /// <summary>Two searches, regimes, weights, and a run on the holdout.</summary>
    public static StoredResearch Research(string folder = "/experiments/phases") => new()
    {
        Folder = folder,
        Workflow = "phases",
        Steps =
        [
            Step("one", "search", [], Search),
            Step("two", "search", [], Search),
            Step("regimes", "regimes", ["one", "two"], """
                {"states": {"classifier": "hmm", "bars": 900, "best": 3, "byHeldOut": 2, "byBic": 2, "chosen": 2, "rows": [
                  {"states": 2, "heldOutLogLikelihood": 2700.5, "heldOutPerBar": 3.0006, "belowBest": {"mean": 0.001, "low": -0.001, "high": 0.003, "pValue": 0.3},
                   "logLikelihood": 3100, "observations": 1000, "parameters": 7, "bic": -6151.6},
                  {"states": 3, "heldOutLogLikelihood": 2701.4, "heldOutPerBar": 3.0016, "logLikelihood": 3105, "observations": 1000, "parameters": 14, "bic": -6113.3}]},
                 "significance": 0.05, "regimes": [
                  {"strategy": "portfolios.main.strategies.one", "regime": "bear", "days": 400, "compared": 5, "trial": 3, "parameters": {"fast": 5}, "trades": 40,
                   "difference": 0.0012, "pValue": 0.01, "adjustedPValue": 0.01, "isTaken": true},
                  {"strategy": "portfolios.main.strategies.one", "regime": "bull", "days": 20, "compared": 0, "reason": "20 days are too few to compare; at least 30 are needed"}]}
                """),
            Step("ensemble", "ensemble", ["regimes"], """
                {"regimes": [
                  {"regime": "bear", "days": 400, "tried": 5, "weights": {"portfolios.main.strategies.one": 0.25, "portfolios.main.strategies.two": 0.75}, "sharpe": 0.8, "evenSharpe": 0.7},
                  {"regime": "bull", "days": 500, "tried": 5, "weights": {"portfolios.main.strategies.one": 1, "portfolios.main.strategies.two": 0}, "sharpe": 0.5, "evenSharpe": 0.4}],
                 "run": {"sharpe": 0.6, "totalReturn": 0.5}, "even": {"sharpe": 0.5, "totalReturn": 0.4}}
                """),
            Step("validate", "holdout", ["ensemble"], """
                {"run": "/experiments/phases/validate/run", "status": "completed", "holdout": {"from": "2012-01-01", "family": "cross on ACME", "looks": 2},
                 "benchmark": "ACME", "days": 2, "totalReturn": 0.21, "benchmarkReturn": 0.1, "sharpe": 1.1, "trades": 12,
                 "difference": {"mean": 0.0002, "low": -0.0001, "high": 0.0005, "pValue": 0.2},
                 "curve": [{"day": "2012-01-03", "wealth": 1, "benchmark": 1}, {"day": "2012-01-04", "wealth": 1.1, "benchmark": 1.05},
                  {"day": "2012-01-05", "wealth": 1.21, "benchmark": 1.1}]}
                """),
        ],
    };

    /// <summary>A part that helps, one that harms, and one that cannot be left out.</summary>
    public static AblationReport Ablation() => new()
    {
        Name = "whole",
        Whole = new AblationFigures(0.9, 0.3, 0.1),
        Resamples = 1000,
        Seed = 1,
        Parts =
        [
            Part("strategy", "main.one", new AblationChange(0.4, 0.1, 0.6)),
            Part("limit", "main.max_drawdown", new AblationChange(-0.2, -0.3, -0.1)),
            new AblationEffect { Kind = "strategy", Name = "main.two", Unavailable = "nothing else feeds the container" },
        ],
    };

    private const string Search =
        """{"experiment": "/experiments/phases/one/x", "trials": 6, "familyTrials": 12, "best": 2, "parameters": {"fast": 8}, "goal": "sharpe", "objective": 0.7}""";

    private static AblationEffect Part(string kind, string name, AblationChange sharpe) => new()
    {
        Kind = kind,
        Name = name,
        Without = new AblationFigures(0.5, 0.2, 0.1),
        Sharpe = sharpe,
        TotalReturn = new AblationChange(0.1, -0.1, 0.2),
        MaxDrawdown = new AblationChange(0, -0.01, 0.01),
    };

    private static StoredStep Step(string name, string type, IReadOnlyList<string> after, string figures) => new(name, type, after, new StepResult
    {
        Name = name,
        Type = type,
        Identity = "0",
        Sets = new JsonObject { ["classifiers.hmm.parameters.states"] = 2 },
        Searches = [],
        Figures = JsonNode.Parse(figures)!.AsObject(),
        Findings = [$"what {name} found: a figure"],
    });
}
