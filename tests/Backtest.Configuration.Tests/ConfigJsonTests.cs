using Backtest.Configuration;
using Backtest.Engine;

namespace Backtest.Tests;

public sealed class ConfigJsonTests
{
    [Theory]
    [InlineData(RunFiles.Full)]
    [InlineData(RunFiles.Least)]
    [InlineData(RunFiles.Contained)]
    [InlineData(RunFiles.Switching)]
    public void What_is_written_reads_back_to_the_same(string text)
    {
        string json = ConfigJson.Write(RunFiles.Parse(text) with { PluginFolders = [] }).ToJsonString();
        Assert.Equal(json, ConfigJson.Write(RunFiles.Parse(json)).ToJsonString());
    }

    [Theory]
    [InlineData("{source: synthetic, missing: 0.1, regimes: [{drift: 0, volatility: 0.01, length: 9}]}")]
    [InlineData("{source: catalog, path: catalog}")]
    [InlineData("{source: lean, path: Data, kind: quote, session: all}")]
    [InlineData("{source: acme-bars, calendar: XNYS, parameters: {speed: 1}}")]
    [InlineData("[{path: a.csv, date_format: dd.MM.yyyy, separator: tab, decimal: comma, calendar: XNYS}, {source: synthetic}]")]
    public void A_source_is_written_with_keys_of_its_own_alone(string data)
    {
        string json = ConfigJson.Write(RunFiles.Parse(RunFiles.Changed("{path: spx.csv}", data))).ToJsonString();
        Assert.Equal(json, ConfigJson.Write(RunFiles.Parse(json)).ToJsonString());
    }

    [Fact]
    public void Every_case_of_a_cost_can_be_written()
    {
        CommissionConfig[] commissions =
        [
            new CommissionConfig.None(), new CommissionConfig.PerShare(1, 1, 0.1m, KeepsMinimum: true), new CommissionConfig.Percent(0.1m), new CommissionConfig.PerOrder(1),
            new CommissionConfig.MakerTaker(-0.1m, 0.2m), new CommissionConfig.Tiered([new CommissionTier(5, 1), new CommissionTier(null, 2)]),
            new CommissionConfig.Sum([new CommissionConfig.PerOrder(1), new CommissionConfig.Percent(0.1m)]),
            new CommissionConfig.Plugin(new ExecutionModel("own")),
        ];
        SlippageConfig[] slippages =
        [
            new SlippageConfig.None(), new SlippageConfig.BasisPoints(1) { Limits = LimitSlippage.Beyond, IsOfEntries = true, WaitsOutsideBar = true }, new SlippageConfig.Fixed(1) { SlipsAtOpen = false }, new SlippageConfig.HalfSpread(),
            new SlippageConfig.VolumeShare(0.1m, 0.02m) { StaysInBar = true }, new SlippageConfig.Volatility(1), new SlippageConfig.SquareRoot(2),
            new SlippageConfig.Almgren(1000, 2), new SlippageConfig.Plugin(new ExecutionModel("own")),
        ];
        AreAll(commissions);
        AreAll(slippages);

        WorkflowConfig config = RunFiles.Parse(RunFiles.Least);
        foreach (ExecutionConfig costs in commissions.SelectMany(
            commission => slippages.Select(slippage => new ExecutionConfig { Commission = commission, Slippage = slippage })))
        {
            string written = ConfigJson.Write(config with { Execution = costs }).ToJsonString();
            WorkflowConfig read = RunFiles.Parse(written);
            Assert.Equal((costs.Commission.GetType(), costs.Slippage), (read.Execution.Commission.GetType(), Unplaced(read.Execution.Slippage)));
            Assert.Equal(written, ConfigJson.Write(read).ToJsonString()); // compares tiers and parts, which have no value equality
        }

        static SlippageConfig Unplaced(SlippageConfig slippage) =>
            slippage is SlippageConfig.Plugin { Model: var model } plugin ? plugin with { Model = model with { Position = default } } : slippage;

        static void AreAll<T>(T[] costs) => Assert.Equal(
            typeof(T).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(T))).Select(type => type.Name).Order(),
            costs.Select(cost => cost!.GetType().Name).Order());
    }

    [Theory]
    [InlineData("portfolios.main.account=cash")]
    [InlineData("portfolios.main.account={type: reg_t, initial: 0.6, maintenance_long: 0.2, maintenance_short: 0.4, minimum: 25000, intraday_margin: 0.3}")]
    [InlineData("portfolios.main.account={type: portfolio_percent, value: 0.2, minimum: 100000}")]
    [InlineData("portfolios.main.account={type: acme, parameters: {share: 1}}")]
    [InlineData("execution.interest={borrow: 0.03, margin: 0.06, cash: 0.02, borrow_by_symbol: {GME: 0.8}}")]
    [InlineData("execution={volume_limit: 0.1, liquidity: portfolio}")]
    [InlineData("execution.quotes=ignored")]
    public void Accounts_and_what_is_borrowed_are_written_with_all_they_say(string change)
    {
        string written = ConfigJson.Write(RunFiles.Parse(RunFiles.Least, change)).ToJsonString();

        Assert.NotEqual(ConfigJson.Write(RunFiles.Parse(RunFiles.Least)).ToJsonString(), written);
        Assert.Equal(written, ConfigJson.Write(RunFiles.Parse(written)).ToJsonString());
    }

    [Fact]
    public void What_says_no_more_than_before_is_not_written() => Assert.Equal(
        Hash(), Hash("portfolios.conservative.account=leverage", "execution.liquidity=order"));

    [Fact]
    public void Values_in_effect_are_written_under_the_keys_of_the_run_file()
    {
        var json = ConfigJson.Write(RunFiles.Parse(RunFiles.Least));
        Assert.Equal("next_open", (string?)json["execution"]!["fill"]);
        Assert.Equal("none", (string?)json["execution"]!["slippage"]!["type"]);
        Assert.Equal("UTC", (string?)json["data"]!["timezone"]);
        Assert.Equal("reduce", (string?)json["portfolios"]![0]!["insufficient"]);
        Assert.Equal("sma-cross", (string?)json["portfolios"]![0]!["strategies"]![0]!["name"]);
    }

    [Theory]
    [InlineData("output.directory=elsewhere")]
    [InlineData("output.report=false")]
    [InlineData("plugins=[./others]")]
    [InlineData("execution.volume_limit=0.1000")]
    [InlineData("portfolios.conservative.risk.parameters.sizer.value=0.50")]
    [InlineData("portfolios.conservative.leverage=1.0")]
    public void Hash_does_not_see_what_changes_no_result(string change) => Assert.Equal(Hash(), Hash(change));

    [Theory]
    [InlineData("seed=43")]
    [InlineData("data.path=other.csv")]
    [InlineData("portfolios.conservative.capital=300001")]
    [InlineData("portfolios.conservative.risk.parameters.sizer.value=0.51")]
    [InlineData("classifiers.hmm.parameters.states='3'")]
    public void Hash_sees_what_may_change_a_result(string change) => Assert.NotEqual(Hash(), Hash(change));

    [Fact]
    public void Hash_does_not_see_where_the_run_file_is() => Assert.Equal(
        ConfigJson.Hash(RunFile.Parse(RunFiles.Full, "a/run.yaml")), ConfigJson.Hash(RunFile.Parse(RunFiles.Full, "/b/run.yaml")));

    private static string Hash(params string[] overrides)
    {
        WorkflowConfig config = RunFiles.Parse(RunFiles.Full, overrides);
        return ConfigJson.Hash(config);
    }
}
