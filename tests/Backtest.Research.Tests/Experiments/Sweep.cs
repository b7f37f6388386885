using Backtest.Configuration;
using Backtest.Data;
using Backtest.Engine;
using Backtest.Plugins.Hmm;
using Backtest.Plugins.MovingAverageCross;
using Backtest.Plugins.StandardRisk;
using Backtest.Research;

namespace Backtest.Tests.Experiments;

/// <summary>A small search of two averages on synthetic bars, in its own folder.</summary>
internal sealed class Sweep : IDisposable
{
    /// <summary>A grid of 12 pairs, of which the constraint allows 11.</summary>
    public const string Grid = "{type: grid}";

    private readonly TemporaryFolder _folder = new();

    /// <summary>The plugins as a host would find them.</summary>
    public static PluginSet Plugins { get; } = new(typeof(HmmClassifier).Assembly, typeof(MovingAverageCross).Assembly, typeof(StandardRiskManager).Assembly);

    /// <summary>The folder of its ledger and its experiments.</summary>
    public string Folder => _folder.Path;

    /// <summary>The text of the run file.</summary>
    public static string Text(string method = Grid, string more = "") => $$$$"""
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
            fast: {path: portfolios.main.strategies.cross.parameters.fast, from: 2, to: 8, step: 2}
            slow: {path: portfolios.main.strategies.cross.parameters.slow, values: [8, 16, 30]}
          constraints: ["fast < slow"]
          method: {{{{method}}}}
          best: 2
        {{{{more}}}}
        """;

    /// <summary>The same on a market that rises and falls in turn, under a classifier that is trained once.</summary>
    public static string Classified(string more)
    {
        string[] lines = Text(more: more).Split('\n');
        int portfolios = Array.FindIndex(lines, line => line.StartsWith("portfolios:", StringComparison.Ordinal));
        int search = Array.FindIndex(lines, line => line.StartsWith("search:", StringComparison.Ordinal));
        return string.Join('\n', [
            .. lines[..portfolios], "classifiers:", "  - name: hmm", "    type: hmm", "    parameters: {states: 2, train: 60, refit: 0, starts: 1}", "    reference: ACME",
            .. lines[portfolios..search].Select(line => $"    {line}"), .. lines[search..]])
            .Replace("bars: 400, timeframe: 1d", $"bars: 600, timeframe: 1d, seed: 4, regimes: [{Steps.Research.Turning}]", StringComparison.Ordinal);
    }

    /// <summary>The plan of a run file.</summary>
    public static SearchPlan Plan(string? text = null) => SearchPlan.Of(RunFileTree.Parse(text ?? Text(), "averages.yaml"));

    /// <summary>The search, ready to execute.</summary>
    public static Experiment Experiment(string? text = null) => new(Plan(text), new BarSources(), Plugins);

    /// <summary>Executes the search with its own ledger.</summary>
    public async Task<ExperimentResult> RunAsync(
        string? text = null, int workers = 1, IProgress<ExperimentProgress>? progress = null, CancellationToken cancellation = default)
    {
        using ITrialLedger ledger = OpenLedger();
        return await Experiment(text).ExecuteAsync(
            ledger,
            new ExperimentOptions { Directory = Path.Combine(Folder, "experiments"), Workers = workers, Progress = progress },
            cancellation);
    }

    /// <summary>Opens its ledger.</summary>
    public ITrialLedger OpenLedger() => TrialLedgers.Open(Path.Combine(Folder, "ledger.db"), Folder);

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
