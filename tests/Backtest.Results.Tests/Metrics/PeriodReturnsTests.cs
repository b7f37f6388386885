using System.Globalization;
using Backtest.Results;
using CsCheck;

namespace Backtest.Tests;

public sealed class PeriodReturnsTests
{
    private static readonly Gen<double[]> Equities = Gen.Double[50, 200].Array[1, 900];

    [Fact]
    public void A_month_is_from_the_last_day_before_it_to_its_last_day()
    {
        PeriodReturns periods = Of(100, ("2019-12-30", 110), ("2019-12-31", 120), ("2020-01-02", 90), ("2020-01-31", 150), ("2020-03-02", 75));

        Assert.Equal(["2019-12", "2020-01", "2020-03"], periods.Months.Keys); // a month without days is left out
        Assert.Equal([0.2, 0.25, -0.5], periods.Months.Values.Select(value => Math.Round(value!.Value, 12)));
        Assert.Equal(["2019", "2020"], periods.Years.Keys);
        Assert.Equal(0.2, periods.Years["2019"]!.Value, 12);
        Assert.Equal((75.0 / 120) - 1, periods.Years["2020"]!.Value, 12);
        Assert.Equal((0.25, -0.5, 2 / 3.0), (periods.BestMonth!.Value, periods.WorstMonth!.Value, periods.WinningMonths!.Value));
        Assert.Equal((-0.5, (75.0 / 120) - 1), (periods.MonthToDate!.Value, periods.YearToDate!.Value));
        Assert.Equal(-0.25, periods.SinceInception!.Value, 12);
    }

    [Fact]
    public void The_time_before_the_last_day_is_by_the_calendar_and_null_of_a_shorter_run()
    {
        PeriodReturns periods = Of(
            100, ("2017-02-28", 100), ("2019-02-27", 160), ("2019-03-01", 170), ("2019-08-31", 200), ("2019-11-29", 250), ("2019-11-30", 260), ("2020-02-29", 400));

        Assert.Equal((400 / 250.0) - 1, periods.ThreeMonths!.Value, 12); // from 2019-11-29
        Assert.Equal((400 / 170.0) - 1, periods.SixMonths!.Value, 12); // from 2019-08-29, with the value of 2019-03-01
        Assert.Equal((400 / 160.0) - 1, periods.OneYear!.Value, 12); // from 2019-02-28, with the value of the previous day
        Assert.Equal(Math.Pow(4, 1 / 3.0) - 1, periods.ThreeYears!.Value, 9); // from 2017-02-28
        Assert.Null(periods.FiveYears);
    }

    [Fact]
    public void Months_make_years_and_years_the_whole() => Equities.Sample(equities =>
    {
        PeriodReturns periods = Of(100, [.. equities.Select((equity, day) => (new DateOnly(2018, 11, 20).AddDays(day).ToString("O", CultureInfo.InvariantCulture), equity))]);
        foreach ((string year, double? value) in periods.Years)
            Assert.Equal(1 + value!.Value, Compounded(periods.Months.Where(month => month.Key.StartsWith(year, StringComparison.Ordinal)).Select(month => month.Value)), 1e-9);
        Assert.Equal(1 + periods.SinceInception!.Value, Compounded(periods.Years.Values), 1e-9);
        Assert.InRange(periods.WinningMonths!.Value, 0, 1);
    });

    [Fact]
    public void Where_all_was_lost_there_is_nothing_to_gain_on()
    {
        PeriodReturns periods = Of(100, ("2020-01-31", 0), ("2020-02-03", 5));

        Assert.Equal(-1, periods.Months["2020-01"]);
        Assert.Null(periods.Months["2020-02"]);
        Assert.Null(Of(100).BestMonth);
        Assert.Null(Of(100, ("0001-01-01", 110)).FiveYears); // the earliest possible day
    }

    private static double Compounded(IEnumerable<double?> returns) => returns.Aggregate(1.0, (wealth, value) => wealth * (1 + value!.Value));

    private static PeriodReturns Of(decimal initial, params (string Day, double Equity)[] days) => PeriodReturns.Of(new EquityCurve
    {
        InitialCapital = initial,
        FinalEquity = days is [.., var last] ? (decimal)last.Equity : initial,
        Start = DateTime.UnixEpoch,
        End = DateTime.UnixEpoch,
        StartDay = days is [var first, ..] ? DateOnly.ParseExact(first.Day, "O", CultureInfo.InvariantCulture) : default,
        Days = [.. days.Select(day => new DailyEquity(DateOnly.ParseExact(day.Day, "O", CultureInfo.InvariantCulture), day.Equity))],
    });
}
