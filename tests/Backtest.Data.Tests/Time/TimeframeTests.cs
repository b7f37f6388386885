using Backtest.Abstractions.Runtime;
using CsCheck;

namespace Backtest.Tests.Time;

public sealed class TimeframeTests
{
    private static readonly Gen<Timeframe> Timeframes =
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 6]).Select((count, unit) => new Timeframe(count, "smhdwMq"[unit]));

    [Fact]
    public void What_is_written_is_what_is_read() => Timeframes.Sample(timeframe =>
        Timeframe.TryParse(timeframe.ToString(), out Timeframe read) && read == timeframe);

    [Theory]
    [InlineData("1m", 60)]
    [InlineData("1mo", 30 * 86_400)]
    [InlineData("1q", 90 * 86_400)]
    public void A_month_is_not_a_minute(string text, int seconds)
    {
        Assert.True(Timeframe.TryParse(text, out Timeframe timeframe));
        Assert.Equal(TimeSpan.FromSeconds(seconds).Ticks, timeframe.Ticks);
    }

    [Theory]
    [InlineData("mo")]
    [InlineData("1M")]
    [InlineData("0mo")]
    [InlineData("1month")]
    [InlineData("-1q")]
    public void Other_texts_are_not_a_timeframe(string text) => Assert.False(Timeframe.TryParse(text, out _));

    [Fact]
    public void A_day_is_in_one_block_and_blocks_follow_each_other() =>
        Gen.Select(Gen.Int[3, 40], Gen.Int[0, 3], Gen.Int[600_000, 800_000]).Sample((count, unit, day) =>
        {
            var timeframe = new Timeframe(count, "dwMq"[unit]);
            (int first, int last) = CalendarBlock.Of(timeframe, day);
            Assert.InRange(day, first, last);
            Assert.Equal((first, last), CalendarBlock.Of(timeframe, first));
            Assert.Equal((first, last), CalendarBlock.Of(timeframe, last));
            Assert.Equal(last + 1, CalendarBlock.Of(timeframe, last + 1).First);
        });

    [Theory]
    [InlineData("1mo", "2020-02-15", "2020-02-01", "2020-02-29")]
    [InlineData("1q", "2020-02-15", "2020-01-01", "2020-03-31")]
    [InlineData("2mo", "2020-04-30", "2020-03-01", "2020-04-30")]
    [InlineData("12mo", "2020-12-31", "2020-01-01", "2020-12-31")]
    public void Months_are_counted_from_January(string timeframe, string day, string first, string last)
    {
        Assert.True(Timeframe.TryParse(timeframe, out Timeframe months));
        (int from, int to) = CalendarBlock.Of(months, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).DayNumber);
        Assert.Equal($"{first} {last}", $"{DateOnly.FromDayNumber(from):yyyy-MM-dd} {DateOnly.FromDayNumber(to):yyyy-MM-dd}");
    }
}
