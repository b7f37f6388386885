#:package Backtest@0.1.0
#:package DuckDB.NET.Data.Full@1.5.6.1

// A program in one file: `dotnet run explore.cs`. It needs no project, no run file and no data. It makes a run for each of some averages,
// prints a table of them, writes the best one's run folder, and asks DuckDB about the Parquet in it.
using DuckDB.NET.Data;

using BacktestRun run = BacktestRun.Of(new WorkflowConfig
{
    Name = "explore",
    Data =
    [
        new BarSourceOptions.Synthetic
        {
            Symbols = ["DUCK", "GOOSE"],
            Bars = new SyntheticBars { Bars = 5_000, Seed = 7 },
        },
    ],
    Portfolios =
    [
        new PortfolioConfig
        {
            Name = "main",
            Capital = 100_000,
            Risk = new RiskConfig { Type = "standard", Parameters = Parameters.Of(new { sizer = new { type = "percent_equity", value = 0.45 } }) },
            Strategies = [new StrategyConfig { Name = "cross", Type = "sma-cross", Parameters = Parameters.Of(new { fast = 10, slow = 100 }) }],
        },
    ],
});

Console.WriteLine($"{"fast",6} {"return",9} {"sharpe",7} {"drawdown",9} {"trades",7}");
BacktestRun? best = null;
double highest = double.NegativeInfinity;
foreach (int fast in (int[])[5, 10, 20, 50])
{
    BacktestRun tried = run.With("portfolios.main.strategies.cross.parameters.fast", fast);
    PerformanceMetrics total = tried.Execute().Metrics.Total;
    Console.WriteLine($"{fast,6} {total.TotalReturn,9:P1} {total.Sharpe,7:F2} {total.MaxDrawdown,9:P1} {total.Trades,7}");
    if (best is null || total.Sharpe > highest)
        (best, highest) = (tried, total.Sharpe ?? double.NegativeInfinity);
}

RunResult result = best!.SaveTo("runs").Execute();

using var duck = new DuckDBConnection("DataSource=:memory:");
duck.Open();
using var command = duck.CreateCommand();
command.CommandText = $"""
    select symbol, count(*) as trades, sum(profit)::double as profit
    from '{Path.Combine(result.Folder!, "trades.parquet")}'
    group by symbol order by symbol
    """;
using var reader = command.ExecuteReader();
Console.WriteLine();
while (reader.Read())
    Console.WriteLine($"{reader.GetString(0),6} {reader.GetInt64(1),7} trades {reader.GetDouble(2),12:N2}");
