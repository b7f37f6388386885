using System.Runtime.CompilerServices;
using Backtest.Abstractions.Runtime;
using Backtest.Configuration;
using Backtest.Data;
using Backtest.Engine;
using Backtest.Fixtures.Honest;
using Backtest.Fixtures.Leaks;
using Backtest.Plugins.Breakout;
using Backtest.Plugins.BuyAndHold;
using Backtest.Plugins.CrossSectionalMomentum;
using Backtest.Plugins.Hmm;
using Backtest.Plugins.MeanReversion;
using Backtest.Plugins.Momentum;
using Backtest.Plugins.MovingAverageCross;
using Backtest.Plugins.Pattern;
using Backtest.Plugins.StandardRisk;
using Backtest.Plugins.TrendFollowing;
using Backtest.Research;
using Backtest.Samples.Netting;

namespace Backtest.Tests.Audits;

/// <summary>Audits small runs on synthetic bars.</summary>
internal static class Audited
{
    private const int Cuts = 8;

    /// <summary>The plugins shipped with the tool, those of the samples and templates, and honest and leaky ones.</summary>
    public static PluginSet Plugins { get; } = new(
        typeof(BreakoutStrategy).Assembly, typeof(BuyAndHoldStrategy).Assembly, typeof(CrossSectionalMomentumStrategy).Assembly,
        typeof(HmmClassifier).Assembly, typeof(MeanReversionStrategy).Assembly, typeof(MomentumStrategy).Assembly,
        typeof(MovingAverageCross).Assembly,
        typeof(PatternClassifier).Assembly, typeof(StandardRiskManager).Assembly, typeof(TrendFollowingStrategy).Assembly,
        typeof(NettingContainer).Assembly, typeof(SuspiciousStrategy).Assembly, typeof(PeekingStrategy).Assembly);

    /// <summary>Audits a run file.</summary>
    public static async Task<AuditReport> RunAsync(string text, AuditOptions? options = null, CancellationToken? cancellation = null) =>
        await Audit(RunFile.Parse(text, "audited.yaml"))
            .ExecuteAsync(options ?? new AuditOptions { Cuts = Cuts }, cancellation ?? TestContext.Current.CancellationToken);

    /// <summary>Audits a sample run file with some values changed.</summary>
    public static async Task<AuditReport> RunSampleAsync(string name, params IEnumerable<string> changes) =>
        await Audit(RunFile.Load(Path.Combine(Samples(), $"{name}.yaml"), changes))
            .ExecuteAsync(new AuditOptions { Cuts = Cuts }, TestContext.Current.CancellationToken);

    /// <summary>A run of one portfolio.</summary>
    /// <param name="strategies">Its strategies, in YAML.</param>
    /// <param name="risk">Its risk manager.</param>
    /// <param name="data">Keys of the data, besides the symbols.</param>
    /// <param name="more">More lines of the file.</param>
    public static string Run(string strategies, string risk = FixedSize, string data = Bars, string more = "") => $$"""
        name: audited
        seed: 3
        data: {source: synthetic, symbols: [ACME, BOLT], {{data}}}
        portfolios: [{name: main, capital: 100000, risk: {{risk}}, strategies: [{{strategies}}]}]
        {{more}}
        """;

    /// <summary>A run of one portfolio under a classifier.</summary>
    public static string Classified(string classifier, string strategies = Cross, string risk = FixedSize, string data = Bars) => $$"""
        name: audited
        data: {source: synthetic, symbols: [ACME, BOLT], {{data}}}
        classifiers:
          - name: view
            {{classifier}}
            portfolios: [{name: main, capital: 100000, risk: {{risk}}, strategies: [{{strategies}}]}]
        """;

    /// <summary>Ten shares for each entry.</summary>
    public const string FixedSize = "{type: standard, parameters: {sizer: {type: fixed_quantity, value: 10}}}";

    /// <summary>A strategy that trades often.</summary>
    public const string Cross = "{type: sma-cross, parameters: {fast: 3, slow: 8}}";

    /// <summary>Enough days for all tests.</summary>
    public const string Bars = "bars: 260, volatility: 0.02";

    private static Audit Audit(WorkflowConfig config) =>
        new(config, new BarSources(id => Plugins.Find(PluginKind.BarSource, id) as BarSourceFactory), Plugins);

    private static string Samples([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "samples"));
}
