using System.Globalization;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Tests;

/// <summary>One portfolio and its benchmark, day by day, and its trades, from <c>tests/Goldens/statistics</c>.</summary>
internal static class StatisticsFigures
{
    private static readonly (DateOnly Day, double Equity, double Benchmark)[] Rows =
    [
        .. File.ReadLines(GoldenFiles.Locate("statistics", "daily.csv")).Skip(1).Select(line => line.Split(',')).Select(cells => (
            DateOnly.Parse(cells[0], CultureInfo.InvariantCulture), Number(cells[1]), Number(cells[2]))),
    ];

    /// <summary>The equity, of which the first day only gives the initial capital: its return, 0, is left out of the figures.</summary>
    public static EquityCurve Curve { get; } = new()
    {
        InitialCapital = 10_000,
        FinalEquity = (decimal)Rows[^1].Equity,
        Start = Rows[0].Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        End = Rows[^1].Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        StartDay = Rows[0].Day,
        Days = [.. Rows.Skip(1).Select(row => new DailyEquity(row.Day, row.Equity))],
    };

    /// <summary>The benchmark's closes.</summary>
    public static IReadOnlyList<DailyEquity> Benchmark { get; } = [.. Rows.Select(row => new DailyEquity(row.Day, row.Benchmark))];

    /// <summary>The trades.</summary>
    public static TradingActivity Activity()
    {
        var activity = new TradingActivity();
        foreach (string[] cells in File.ReadLines(GoldenFiles.Locate("statistics", "trades.csv")).Skip(1).Select(line => line.Split(',')))
        {
            activity.Add(new TradeEvent
            {
                EntryBarStart = Ticks(cells[3]),
                ExitBarStart = Ticks(cells[5]),
                Profit = decimal.Parse(cells[7], CultureInfo.InvariantCulture),
                Return = decimal.Parse(cells[8], CultureInfo.InvariantCulture),
            });
        }

        return activity;
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static long Ticks(string cell) => DateTime.Parse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal).Ticks;
}
