using Backtest.Abstractions.Runtime;
using Backtest.Reporting;
using Backtest.Results;

namespace Backtest.Tests;

/// <summary>Table rows with the values a test is about, and arbitrary others.</summary>
internal static class Rows
{
    private static readonly DateTime Moment = new(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc);

    public static TradeRow Trade(decimal profit) => new()
    {
        Id = 1,
        Sequence = 1,
        Portfolio = "main",
        Strategy = "cross",
        Symbol = "SPX",
        Direction = Direction.Long,
        Quantity = 1,
        EntryTime = Moment,
        EntryBarStart = Moment,
        EntryPrice = 100,
        ExitTime = Moment,
        ExitBarStart = Moment,
        ExitPrice = 100 + profit,
        Profit = profit,
        Return = profit / 100,
        Bars = 1,
        MaximumAdverseExcursion = 0,
        MaximumFavorableExcursion = 0,
        Commission = 0,
        EntryRegime = null,
    };

    public static FillRow Fill(Side side, decimal quantity, decimal price) => new()
    {
        Id = 1,
        Sequence = 1,
        OrderId = 1,
        Portfolio = "main",
        Strategy = "cross",
        Time = Moment,
        BarStart = Moment,
        Symbol = "SPX",
        Side = side,
        Quantity = quantity,
        Price = price,
        Commission = 1,
        Slippage = 1,
    };

    /// <summary>Closes of daily bars; the first bar opens at <paramref name="open"/>, the others at the previous close.</summary>
    public static DailyCloses Closes(double open, (DateOnly Day, double Close)[] days)
    {
        var series = new BarSeries(new Instrument { Symbol = "SPX" }, Timeframe.Day, 0, hasVolume: false);
        foreach ((DateOnly day, double close) in days)
        {
            long start = day.ToDateTime(TimeOnly.MinValue).Ticks;
            series.Append(start, start + TimeSpan.TicksPerDay, open, Math.Max(open, close), Math.Min(open, close), close, 0, day.DayNumber);
            open = close;
        }

        var closes = new DailyCloses();
        closes.Take(series, from: 0);
        return closes;
    }
}
