using System.Text.Json;
using Backtest.Reporting;
using Backtest.Results;

namespace Backtest.Tests;

/// <summary>The contents of reports on whole runs.</summary>
public sealed class ReportTests(SampleReport sample)
{
    [Fact]
    public void Every_trade_has_the_fills_orders_and_signals_that_made_it()
    {
        IReadOnlyList<TradeStory> stories = TradeStory.Of(sample.Report.Run, new InstrumentMultipliers(sample.Report.Run.Manifest.Config));
        Assert.Equal(362, stories.Count);
        Assert.All(stories, story =>
        {
            Assert.Equal(story.Row.EntryTime, story.EntryFill!.Value.Time);
            Assert.Equal(story.EntryFill.Value.OrderId, story.EntryOrder!.Value.Id);
            Assert.Equal(PositionEffect.Open, story.EntryOrder.Value.PositionEffect);
            Assert.Equal(story.EntryOrder.Value.SignalId, story.EntrySignal!.Value.Id);
            Assert.Equal((SignalAction.Enter, story.Row.Strategy), (story.EntrySignal.Value.Action, story.EntrySignal.Value.Strategy));
            Assert.True(story.EntrySignal.Value.Time <= story.Row.EntryTime);
            Assert.Equal(PositionEffect.Close, story.ExitOrder!.Value.PositionEffect);
            Assert.NotNull(story.ExitReason);
        });
        // The run's slippage is that of its trades and of the positions still open.
        Assert.InRange(stories.Sum(story => story.Slippage), (double)sample.Report.Run.Metrics!.Total.Slippage * 0.99,
            (double)sample.Report.Run.Metrics.Total.Slippage);
    }

    [Fact]
    public void The_risk_of_a_trade_is_its_quantity_times_the_distance_to_its_stop()
    {
        TradeStory story = TradeStory.Of(sample.Report.Run, new InstrumentMultipliers([])).First(story => story.Risk is not null);
        PriceLevel stop = story.EntrySignal!.Value.Entry.StopLoss!.Value;
        double distance = stop.IsDistance ? stop.Value : Math.Abs((double)story.Row.EntryPrice - stop.Value);
        Assert.Equal(distance * (double)story.Row.Quantity, story.Risk!.Value, 6);
        Assert.Equal((double)story.Row.Profit / story.Risk.Value, story.RiskMultiple!.Value, 9);
    }

    [Fact]
    public void The_figures_beside_the_page_are_those_of_the_run()
    {
        using JsonDocument figures = JsonDocument.Parse(File.ReadAllText(sample.Report.Figures));
        JsonElement verdict = figures.RootElement.GetProperty("sections")[0];
        Assert.Equal("verdict", verdict.GetProperty("id").GetString());
        Dictionary<string, double> shown = verdict.GetProperty("blocks")[0].GetProperty("figures").EnumerateArray()
            .ToDictionary(figure => figure.GetProperty("id").GetString()!, figure => figure.GetProperty("value").GetDouble());
        var total = sample.Report.Run.Metrics!.Total;
        Assert.Equal((total.Cagr, -total.MaxDrawdown, total.Sharpe, total.AverageTrade, total.Exposure),
            (shown["cagr"], shown["maxDrawdown"], shown["sharpe"], shown["averageTrade"], shown["exposure"]));
        // The index opened at 1,148.08 on 2002-01-02 and closed at 2,874.56 on 2020-04-17.
        double years = (new DateTime(2020, 4, 18) - new DateTime(2002, 1, 3)).TotalDays / 365.25;
        Assert.Equal(total.Cagr!.Value - (Math.Pow(2874.560059 / 1148.079956, 1 / years) - 1), shown["excess"], 6);
    }

    [Fact]
    public void The_table_of_trades_has_each_of_them()
    {
        using JsonDocument figures = JsonDocument.Parse(File.ReadAllText(sample.Report.Figures));
        JsonElement table = figures.RootElement.GetProperty("sections").EnumerateArray()
            .SelectMany(section => section.GetProperty("blocks").EnumerateArray())
            .Single(block => block.GetProperty("kind").GetString() == "table" && block.GetProperty("isOfTrades").GetBoolean());
        JsonElement profits = table.GetProperty("columns").EnumerateArray().Single(column => column.GetProperty("id").GetString() == "profit")
            .GetProperty("values");
        Assert.Equal(sample.Report.Run.Trades.Select(trade => (double)trade.Profit), profits.EnumerateArray().Select(profit => profit.GetDouble()));
    }

    [Fact]
    public void The_deepest_drawdown_listed_is_that_of_the_metrics() => Assert.Equal(
        sample.Report.Run.Metrics!.Total.MaxDrawdown!.Value,
        DrawdownSpell.Worst(DailyCurve.Of(sample.Report.Run.Equity.Total, (double)sample.Report.Run.Metrics.Total.InitialCapital), 1)[0].Depth, 12);

    [Fact]
    public async Task Without_trades_it_says_why_and_what_to_change()
    {
        using var folder = new TemporaryFolder();
        ReportedRun report = await ReportedRun.OfText(SyntheticRun.Text(200, slow: 300), folder.Path);
        string figures = await File.ReadAllTextAsync(report.Figures, TestContext.Current.CancellationToken);
        Assert.Contains("No strategy gave a signal", figures, StringComparison.Ordinal);
        Assert.Contains("more bars than the data has", figures, StringComparison.Ordinal);
        Assert.DoesNotContain("\"id\": \"trades\"", figures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_less_than_three_months_has_no_annual_figures()
    {
        using var folder = new TemporaryFolder();
        ReportedRun report = await ReportedRun.OfText(SyntheticRun.Text(5000), folder.Path);
        string figures = await File.ReadAllTextAsync(report.Figures, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("\"cagr\"", figures, StringComparison.Ordinal);
        Assert.Contains("no annual figures", figures, StringComparison.Ordinal);
    }

    [Fact]
    public void Doubts_come_gravest_first_and_five_at_most()
    {
        Doubt[] doubts = [.. Enumerable.Range(1, 7).Select(number => new Doubt($"d{number}", $"Doubt {number}", "Text.", "1 in 20"))];
        ReportDocument document = Report.Build(new RunContext(sample.Report.Run, sample.Report.Charts, doubts));
        NotesBlock notes = Assert.Single(document.Sections[0].Blocks.OfType<NotesBlock>());
        Assert.Equal(["Doubt 1", "Doubt 2", "Doubt 3", "Doubt 4", "Doubt 5"], notes.Notes.Select(note => note.Title));
    }

    [Fact]
    public void Without_bars_there_are_neither_candles_nor_a_comparison()
    {
        ReportDocument document = Report.Build(new RunContext(sample.Report.Run, null, []));
        Assert.DoesNotContain("candles", document.Sections.Select(section => section.Id));
        Assert.Null(document.Sections[0].Blocks.OfType<FiguresBlock>().Single().Figures.Single(figure => figure.Id == "excess").Value);
    }
}
