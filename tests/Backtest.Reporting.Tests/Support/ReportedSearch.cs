using Backtest.Configuration;
using Backtest.Data;
using Backtest.Reporting;
using Backtest.Research;

namespace Backtest.Tests;

/// <summary>A search that was executed, read back from its ledger and reported.</summary>
/// <param name="Experiment">The search.</param>
/// <param name="Page">The path of the report.</param>
internal sealed record ReportedSearch(StoredExperiment Experiment, string Page)
{
    /// <summary>A grid of averages with one objective.</summary>
    public const string Grid = """
            fast: {path: portfolios.main.strategies.cross.parameters.fast, from: 2, to: 8, step: 2}
            slow: {path: portfolios.main.strategies.cross.parameters.slow, values: [8, 16, 30]}
          constraints: ["fast < slow"]
          objective: {metric: total_return}
        """;

    /// <summary>Parameters of every kind with two objectives.</summary>
    public const string Front = """
            fast: {path: portfolios.main.strategies.cross.parameters.fast, from: 2, to: 60, step: 1}
            slow: {path: portfolios.main.strategies.cross.parameters.slow, values: [61, 80, 120]}
            sizer: {path: portfolios.main.risk.parameters.sizer, values: [{type: fixed_value, value: 10000}, {type: percent_equity, value: 0.5}]}
            capital: {path: portfolios.main.capital, from: 1000, to: 1000000, log: true}
          method: {type: random, trials: 80, seed: 3}
          objective: [{metric: sharpe}, {metric: max_drawdown, direction: minimize}]
        """;

    /// <summary>Executes a search and writes its page.</summary>
    /// <param name="search">The parameters and objectives to search.</param>
    /// <param name="folder">The folder for the search's files.</param>
    /// <param name="more">Further keys of the run file.</param>
    public static async Task<ReportedSearch> Make(string search, string folder, string more = "")
    {
        string text = $$$$"""
            workflow: sweep
            name: averages
            data: {source: synthetic, symbols: [ACME], bars: 400, timeframe: 1d}
            portfolios:
              - name: main
                capital: 100000
                risk: {type: standard, parameters: {sizer: {type: percent_equity, value: 0.5}}}
                strategies: [{name: cross, type: sma-cross, parameters: {fast: 3, slow: 10}}]
            search:
              parameters:
            {{{{search}}}}
            {{{{more}}}}
            """;
        using ITrialLedger ledger = TrialLedgers.Open(Path.Combine(folder, "ledger.db"), folder);
        var experiment = new Experiment(SearchPlan.Of(RunFileTree.Parse(text, "averages.yaml")), new BarSources(), ReportedRun.Plugins);
        ExperimentResult result = await experiment.ExecuteAsync(
            ledger, new ExperimentOptions { Directory = Path.Combine(folder, "experiments") }, TestContext.Current.CancellationToken);
        StoredExperiment stored = StoredExperiment.Find(ledger, result.Id);
        return new ReportedSearch(stored, Report.Write(stored, result.Folder));
    }
}
