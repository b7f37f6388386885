using System.Globalization;
using Backtest.Data;

namespace Backtest.Tests;

/// <summary>Runs with LEAN's fills and fees on the prices of its folder, and computes what LEAN's helpers compute.</summary>
internal static class LeanRun
{
    /// <summary>The quantity a strategy enters at full strength.</summary>
    public const int Full = 100;

    /// <summary>Prices of SPY, adjusted like LEAN's.</summary>
    public static BarSourceOptions.Lean Data(string from, string to, string timeframe, LeanKind? kind = null, string symbol = "SPY") => new()
    {
        Path = Environment.GetEnvironmentVariable("BACKTEST_LEAN_DATA")!,
        Symbols = [symbol],
        Timeframe = new Timeframe(1, timeframe[^1]),
        Kind = kind,
        Adjustment = PriceAdjustment.AsSource,
        Start = DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        End = DateOnly.ParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>Runs scripts, each a strategy that enters <see cref="Full"/> units at full strength.</summary>
    public static RecordedRun Run(BarSourceOptions data, params ScriptedStrategy.Script[] scripts) => Run(data, new ScriptedRisk(Full), scripts);

    /// <summary>Runs scripts with a risk manager and a capital of 100,000.</summary>
    public static RecordedRun Run(BarSourceOptions data, ScriptedRisk risk, params ScriptedStrategy.Script[] scripts)
    {
        var plugins = new TestPlugins();
        plugins.Add("risk", risk);
        for (int i = 0; i < scripts.Length; i++)
            plugins.Add($"s{i}", new ScriptedStrategy(scripts[i]));
        var config = new WorkflowConfig
        {
            Name = "lean",
            Data = [data],
            Execution = new ExecutionConfig
            {
                Profile = FillProfile.All.Single(profile => profile.Name == "lean"),
                Commission = new CommissionConfig.PerShare(0.005m, 1, 0.005m, KeepsMinimum: true),
            },
            Portfolios =
            [
                new PortfolioConfig
                {
                    Name = "main",
                    Capital = 100_000,
                    Leverage = 2,
                    Risk = new RiskConfig { Type = "risk" },
                    Strategies = [.. scripts.Select((_, i) => new StrategyConfig { Name = $"s{i}", Type = $"s{i}" })],
                },
            ],
        };
        var recorder = new RecordedRun();
        new Coordinator(new WorkflowManagerFactory(new BarSources(), plugins))
            .ExecuteWorkflowAsync(config, new RunOptions { Recorder = recorder }, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        return recorder;
    }

    /// <summary>A risk manager with which each entry brings the holdings to a fraction of the equity.</summary>
    public static ScriptedRisk Holding(decimal share) => new((in turn, orders) =>
    {
        foreach (ref readonly SignalEvent entry in turn.Signals)
        {
            if (entry.Action == SignalAction.Enter)
                orders.Place(entry, SetHoldings(share, turn.Portfolio.ExactEquity, (decimal)turn.Portfolio.Close(entry.Instrument)));
        }
    });

    /// <summary>Asserts the results of a run to the cent.</summary>
    public static void Ends(RecordedRun run, decimal fees, decimal equity)
    {
        Assert.Equal(fees, Math.Round(run.Fills.Sum(fill => fill.Fill.Commission), 2));
        Assert.Equal(equity, Math.Round((decimal)run.Equity.Last(row => row.Portfolio == "main").Equity, 2));
    }

    /// <summary>Asserts that the prices of fills equal the stated ones, to a number of digits.</summary>
    public static void FillsAt(RecordedRun run, int digits, params decimal[] prices) =>
        Assert.Equal(prices, run.FillPrices.Select(price => Math.Round(price, digits)));

    /// <summary>The number of shares that brings the holdings to a fraction of the equity, less 0.25% and the commission.</summary>
    public static int SetHoldings(decimal share, decimal equity, decimal price, decimal held = 0)
    {
        int quantity = (int)(0.9975m * share * equity / price);
        while (true)
        {
            decimal target = 0.9975m * share * (equity - Math.Max(1, 0.005m * Math.Abs(quantity - held)));
            if (Math.Abs(quantity * price) <= Math.Abs(target))
                return quantity;
            quantity = (int)(target / price);
        }
    }

    /// <summary>The days before SPY's ex-dates.</summary>
    public static HashSet<DateOnly> DividendEves() =>
    [
        .. File.ReadLines(Path.Combine(Environment.GetEnvironmentVariable("BACKTEST_LEAN_DATA")!, "equity/usa/factor_files/spy.csv"))
            .Select(line => DateOnly.ParseExact(line.Split(',')[0], "yyyyMMdd", CultureInfo.InvariantCulture)),
    ];

    /// <summary>The time in New York at which a bar ended.</summary>
    public static DateTime Time(BarEvent bar) => TimeZoneInfo.ConvertTimeFromUtc(bar.End, NewYork);

    private static TimeZoneInfo NewYork { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
}
