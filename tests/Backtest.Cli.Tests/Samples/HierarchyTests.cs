using System.Globalization;
using System.Text.Json.Nodes;

namespace Backtest.Tests.Samples;

/// <summary>The purpose of the sample: every part of the tree does its work on real prices.</summary>
public sealed class HierarchyTests : IClassFixture<HierarchyRun>
{
    private readonly HierarchyRun _run;

    public HierarchyTests(HierarchyRun run) => _run = run;

    [Theory]
    [InlineData("momentum")]
    [InlineData("mean-reversion")]
    [InlineData("breakout")]
    [InlineData("trend-following")]
    public void Each_strategy_closes_at_least_ten_trades(string strategy) =>
        Assert.True(_run.Table("trades").Count(row => row["strategy"] == strategy) >= 10);

    [Theory]
    [InlineData("conservative")]
    [InlineData("aggressive")]
    [InlineData("balanced")]
    public void Each_portfolio_still_trades_after_2010(string portfolio) =>
        Assert.Contains(_run.Table("trades"), row => row["portfolio"] == portfolio && Year(row["entry_time"]) > 2010);

    [Theory]
    [InlineData("hmm")]
    [InlineData("pattern")]
    public void Each_classifier_changes_its_regime(string classifier) =>
        Assert.True(_run.Table("regimes").Where(row => row["classifier"] == classifier).Select(row => row["regime"]).Distinct().Count() >= 3);

    [Theory]
    [InlineData("2008-10-15")]
    [InlineData("2020-03-20")]
    public void The_crashes_are_bear_markets_to_the_hidden_Markov_model(string day)
    {
        string time = $"{day}T23:59:59Z";
        Assert.Equal("bear", _run.Table("regimes")
            .Where(row => row["classifier"] == "hmm" && string.CompareOrdinal(row["time"], time) <= 0)
            .Last()["regime"]);
    }

    [Fact]
    public void The_total_is_the_sum_of_the_portfolios_at_every_bar()
    {
        foreach (IGrouping<string, IReadOnlyDictionary<string, string>> bar in _run.Table("equity").GroupBy(row => row["time"]))
        {
            double total = Number(bar.Single(row => row["portfolio"] == "total")["equity"]);
            double sum = bar.Where(row => row["portfolio"] != "total").Aggregate(0.0, (so, row) => so + Number(row["equity"]));
            Assert.Equal(total, sum);
        }
    }

    [Fact]
    public void Indicators_are_shared()
    {
        JsonNode indicators = _run.Manifest["indicators"]!;
        Assert.True((int)indicators["computed"]! < (int)indicators["requested"]!);
    }

    [Fact]
    public void Nothing_is_traded_before_the_first_day_of_trading() =>
        Assert.All(_run.Table("fills"), row => Assert.True(Year(row["time"]) >= 2002));

    private static int Year(string time) => int.Parse(time.AsSpan(0, 4), CultureInfo.InvariantCulture);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
