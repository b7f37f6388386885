using Backtest.Configuration;
using Backtest.Data;
using Backtest.Research;
using Backtest.Tests.Experiments;

namespace Backtest.Tests.Steps;

/// <summary>A small research workflow of two crossovers on synthetic bars, in its own folder.</summary>
internal sealed class Research : IDisposable
{
    /// <summary>A market that rises and falls in turn.</summary>
    public const string Turning = "{drift: 0.004, volatility: 0.008, length: 80}, {drift: -0.004, volatility: 0.02, length: 60}";

    /// <summary>A market without drift that is calm and volatile in turn.</summary>
    public const string Aimless = "{drift: 0, volatility: 0.006, length: 80}, {drift: 0, volatility: 0.02, length: 60}";

    /// <summary>All kinds of steps.</summary>
    public const string AllSteps = """
        one: {type: search, search: {parameters: {side: {path: portfolios.main.strategies.one.parameters.direction, values: [long, both]}}, best: 0}}
        two: {type: search, search: {parameters: {fast: {path: portfolios.main.strategies.two.parameters.fast, values: [3, 8]}}, best: 0}}
        regimes: {type: regimes, after: [one, two], classifier: hmm, minimum_trades: 5}
        ensemble: {type: ensemble, after: [regimes], weights: {step: 0.5}}
        validate: {type: holdout, after: [ensemble]}
        """;

    private readonly Sweep _place = new();

    /// <summary>The text of a run file.</summary>
    public static string Text(string steps = AllSteps, string market = Turning, string more = "holdout: {from: 2003-06-01}") => $$$$"""
        workflow: research
        name: phases
        data: {source: synthetic, symbols: [ACME], bars: 1500, timeframe: 1d, seed: 4, regimes: [{{{{market}}}}]}
        classifiers:
          - name: hmm
            type: hmm
            reference: ACME
            parameters: {states: 2, train: 250, refit: 0}
            portfolios:
              - name: main
                capital: 100000
                risk: {type: standard, parameters: {sizer: {type: percent_equity, value: 0.9}}}
                strategies:
                  - {name: one, type: sma-cross, parameters: {fast: 2, slow: 5}}
                  - {name: two, type: sma-cross, parameters: {fast: 5, slow: 20}}
        {{{{more}}}}
        steps:
          {{{{steps.Trim().ReplaceLineEndings("\n  ")}}}}
        """;

    /// <summary>The plan of a run file.</summary>
    public static ResearchPlan Plan(string text) => ResearchPlan.Of(RunFileTree.Parse(text, "phases.yaml"));

    /// <summary>The error in a run file.</summary>
    public static InputError Error(string text) => Assert.Single(Assert.Throws<InputException>(() => Plan(text)).Errors);

    /// <summary>Executes the steps.</summary>
    public async Task<ResearchResult> RunAsync(string? text = null, string? again = null, IProgress<StepResult>? done = null, CancellationToken? cancellation = null)
    {
        using ITrialLedger ledger = _place.OpenLedger();
        return await new ResearchRun(Plan(text ?? Text()), new BarSources(), Sweep.Plugins).ExecuteAsync(
            ledger, new ExperimentOptions { Directory = Path.Combine(_place.Folder, "experiments") }, again, done,
            cancellation ?? TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _place.Dispose();
}
