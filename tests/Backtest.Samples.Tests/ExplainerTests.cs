using Backtest.Data;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Tests;

/// <summary>Every fill, signal and trade of the samples can be explained, and the figures of the explanations add up to the run's.</summary>
public sealed class ExplainerTests : IDisposable
{
    private static readonly Coordinator Coordinator = new(new WorkflowManagerFactory(new BarSources(), SampleFiles.Plugins));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("backtest-explainer-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(ObservationTests.Samples), MemberType = typeof(ObservationTests))]
    public async Task Fills_lead_from_the_capital_to_the_cash_at_the_end(string sample, string[] changes)
    {
        StoredRun run = await RunAsync(sample, changes);
        foreach (EquitySeries series in run.Equity.Portfolios)
        {
            FillEffect last = FillEffect.Of(run, series.Name).Values.MaxBy(effect => effect.Fill.Sequence);
            Assert.Equal(series.Cash[^1], (double)last.CashAfter, 1e-6 * Math.Abs(series.Cash[^1]) + 1e-6);
        }

        Dictionary<(string, string, string), decimal> held = [];
        foreach (FillEffect effect in run.Equity.Portfolios.SelectMany(series => FillEffect.Of(run, series.Name).Values))
            held[(effect.Fill.Portfolio, effect.Fill.Strategy, effect.Fill.Symbol)] = effect.HeldAfter;
        Assert.Equal(
            run.Positions.Select(position => ((position.Portfolio, position.Strategy, position.Symbol), position.Quantity)).Order(),
            held.Where(item => item.Value != 0).Select(item => (item.Key, item.Value)).Order());
    }

    [Theory]
    [MemberData(nameof(ObservationTests.Samples), MemberType = typeof(ObservationTests))]
    public async Task Every_trade_is_explained_by_fills_that_come_to_its_profit(string sample, string[] changes)
    {
        StoredRun run = await RunAsync(sample, changes);
        var explainer = new RunExplainer(run);
        foreach (TradeRow trade in run.Trades.Where((_, index) => index % 7 == 0))
        {
            Explanation explanation = explainer.Explain(new RunItem(RunItemKind.Trade, trade.Portfolio, trade.Id));
            ExplanationStep[] fills = [.. explanation.Steps.Where(step => step.Kind == "fill")];
            Assert.True(fills.Length >= 2, $"{explanation.Subject} has {fills.Length} fills");
            decimal profit = fills.Sum(fill => ((string)fill.Facts["side"]! == "sell" ? 1 : -1) * (decimal)fill.Facts["quantity"]! * (decimal)fill.Facts["price"]! - (decimal)fill.Facts["commission"]!);
            Assert.Equal(trade.Profit, profit, 4);
            Assert.Equal("trade", explanation.Steps[^1].Kind);
        }
    }

    [Theory]
    [MemberData(nameof(ObservationTests.Samples), MemberType = typeof(ObservationTests))]
    public async Task Trades_share_no_fill_also_where_one_begins_the_moment_another_ends(string sample, string[] changes)
    {
        StoredRun run = await RunAsync(sample, changes);
        var seen = new HashSet<(string, int)>();
        foreach (TradeRow trade in run.Trades)
        {
            FillRow[] fills = [.. run.Index.FillsOf(trade)];
            Assert.Equal(trade.Direction == Direction.Long ? Side.Buy : Side.Sell, fills[0].Side);
            Assert.Equal((trade.EntryTime, trade.ExitTime), (fills[0].Time, fills[^1].Time));
            Assert.All(fills, fill => Assert.True(seen.Add((fill.Portfolio, fill.Id))));
            Assert.All(fills, fill => Assert.Equal(trade.Id, run.Index.TradeOf(fill)!.Value.Id));
        }
    }

    [Theory]
    [MemberData(nameof(ObservationTests.Samples), MemberType = typeof(ObservationTests))]
    public async Task A_fill_comes_after_what_led_to_it(string sample, string[] changes)
    {
        StoredRun run = await RunAsync(sample, changes);
        var explainer = new RunExplainer(run);
        foreach (FillRow fill in run.Fills.Where((_, index) => index % 11 == 0))
        {
            Explanation explanation = explainer.Explain(new RunItem(RunItemKind.Fill, fill.Portfolio, fill.Id));
            ExplanationStep[] chain = [.. explanation.Steps.Where(step => step.Kind is "signal" or "order" or "fill")];
            Assert.Equal(chain.Select(step => step.Time).Order(), chain.Select(step => step.Time));
            Assert.Contains(chain, step => step.Kind == "order");
        }
    }

    [Fact]
    public async Task A_run_parts_from_itself_nowhere_and_from_another_where_the_first_order_differs()
    {
        StoredRun one = await RunAsync("first-run", []);
        StoredRun same = await RunAsync("first-run", []);
        StoredRun other = await RunAsync("first-run", ["portfolios.main.strategies.sma-cross.parameters.fast=20"]);

        Assert.Null(RunComparison.Of(one, same).Parting);
        Assert.True(RunComparison.Of(one, same).AreSame);
        RunComparison comparison = RunComparison.Of(one, other);
        Assert.False(comparison.AreSame);
        ValueDifference changed = Assert.Single(comparison.Configuration);
        Assert.EndsWith("strategies.sma-cross.parameters.fast", changed.Name, StringComparison.Ordinal);
        Assert.Equal("main", comparison.Parting!.Container);
        Assert.Contains(comparison.Metrics, pair => pair.First != pair.Second);
    }

    [Fact]
    public async Task A_signal_names_the_parameters_in_force_by_day()
    {
        StoredRun run = await RunAsync(
            "first-run", ["portfolios.main.strategies.sma-cross.by_date=[{from: 2003-01-02, parameters: {fast: 5, slow: 20}}]"]);
        ILookup<bool, string> texts = Parameters(run).ToLookup(pair => pair.Signal.BarStart.Year < 2003, pair => pair.Text);

        Assert.Equal(["parameters: fast 50, slow 200"], texts[true].Distinct());
        Assert.Equal(["by_date from 2003-01-02 on: fast 5, slow 20"], texts[false].Distinct());
    }

    [Fact]
    public async Task A_signal_names_the_parameters_in_force_by_regime()
    {
        StoredRun run = await RunAsync(
            "hierarchy", ["data.end=2005-12-31", "portfolios.aggressive.strategies.breakout.by_regime={bull: {parameters: {period: 10}, weight: 0.5}}"]);
        (SignalRow Signal, string Text)[] signals = [.. Parameters(run).Where(pair => pair.Signal.Strategy == "breakout")];

        Assert.All(signals, pair => Assert.Equal(
            pair.Signal.Regime == "bull" ? "by_regime.bull: period 10, " : "parameters: period 20, ", pair.Text[..(pair.Text.IndexOf(',', StringComparison.Ordinal) + 2)]));
        Assert.Contains(signals, pair => pair.Text.EndsWith("; weight 0.5", StringComparison.Ordinal));
        Assert.Contains(signals, pair => pair.Signal.Regime != "bull");
    }

    private static IEnumerable<(SignalRow Signal, string Text)> Parameters(StoredRun run)
    {
        var explainer = new RunExplainer(run);
        return
            from signal in run.Signals
            from step in explainer.Explain(new RunItem(RunItemKind.Signal, signal.Portfolio, signal.Id)).Steps
            where step.Kind == "parameters"
            select (signal, step.Text);
    }

    private async Task<StoredRun> RunAsync(string sample, string[] changes)
    {
        WorkflowConfig config = SampleFiles.Read(sample, changes);
        config = config with { Output = config.Output with { Directory = _folder.FullName } };
        using var recorder = new RunFolderRecorder(
            new RunRecord { Config = Configuration.ConfigJson.Write(config), ConfigHash = Configuration.ConfigJson.Hash(config) }, TimeProvider.System);
        await Coordinator.ExecuteWorkflowAsync(config, new RunOptions { Recorder = recorder }, TestContext.Current.CancellationToken);
        return StoredRun.Open(recorder.Folder!);
    }
}
