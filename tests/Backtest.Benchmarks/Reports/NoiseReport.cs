using System.Globalization;
using Backtest.Configuration;
using Backtest.Data;
using Backtest.Research;

namespace Backtest.Benchmarks;

/// <summary>
/// Checks whether a search's statements about its winner are right: real searches of a grid of crossing averages, on data with and without
/// something to find. Trials of a grid resemble each other, unlike synthetic returns.
/// </summary>
internal static class NoiseReport
{
    private const int Noise = 1000;
    private const int Planted = 100;

    private const string RandomWalk = "drift: 0, volatility: 0.01";

    // Long rises and falls: the fast crossings of the grid follow them, the slow ones are too late.
    private const string Trends = "volatility: 0.005, regimes: [{drift: 0.004, volatility: 0.005, length: 40}, {drift: -0.004, volatility: 0.005, length: 40}]";

    /// <summary>Runs the searches and prints.</summary>
    public static async Task Print(TextWriter output)
    {
        Significance[] noise = await SearchAsync(Noise, RandomWalk, bars: 500);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{noise.Length:N0} searches of 20 crossings on random walks of 500 days: mean PBO {Mean(noise):F3} (0.5 ± 0.05), deflated Sharpe above 0.95 in {Share(noise, found => found.Deflated.Probability > 0.95):P1} (<= 5 %), SPA rejects at 5 % in {Share(noise, found => found.SuperiorAbility!.Consistent < 0.05):P1} (<= 7 %)"));
        Significance[] planted = await SearchAsync(Planted, Trends, bars: 2000);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{planted.Length:N0} searches of 20 crossings on trends of 2,000 days: mean PBO {Mean(planted):F4} (<= 0.01), deflated Sharpe above 0.95 in {Share(planted, found => found.Deflated.Probability > 0.95):P1}"));
    }

    private static double Mean(Significance[] all) => all.Average(found => found.Overfitting!.Probability);

    private static double Share(Significance[] all, Func<Significance, bool> condition) => all.Average(found => condition(found) ? 1.0 : 0);

    /// <summary>Runs searches on bars with other seeds, each with its own ledger, so that none counts another's trials.</summary>
    private static async Task<Significance[]> SearchAsync(int count, string market, int bars)
    {
        var found = new Significance?[count];
        await Parallel.ForEachAsync(Enumerable.Range(0, count), async (seed, cancellation) =>
        {
            string folder = Directory.CreateTempSubdirectory("backtest-").FullName;
            try
            {
                using ITrialLedger ledger = TrialLedgers.Open(Path.Combine(folder, "ledger.db"), folder);
                var experiment = new Experiment(SearchPlan.Of(RunFileTree.Parse(Text(market, bars, seed), "noise.yaml")), new BarSources(), EngineRun.Plugins);
                found[seed] = (await experiment.ExecuteAsync(ledger, new ExperimentOptions { Directory = folder }, cancellation)).Significance;
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return [.. found.OfType<Significance>().Where(one => one is { Overfitting: not null, SuperiorAbility: not null })];
    }

    private static string Text(string market, int bars, int seed) => $$"""
        workflow: sweep
        name: noise
        data: {source: synthetic, symbols: [ACME], bars: {{bars}}, timeframe: 1d, seed: {{seed}}, {{market}} }
        portfolios:
          - name: main
            capital: 100000
            risk: {type: standard, parameters: {sizer: {type: percent_equity, value: 0.9} } }
            strategies: [{name: cross, type: sma-cross, parameters: {fast: 2, slow: 50, average: sma, direction: both} }]
        search:
          parameters:
            fast: {path: portfolios.main.strategies.cross.parameters.fast, values: [2, 4, 6, 8, 10]}
            slow: {path: portfolios.main.strategies.cross.parameters.slow, values: [15, 25, 40, 60]}
          best: 0
        """;
}
