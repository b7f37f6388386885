using Backtest.Abstractions.Runtime;
using CsCheck;

namespace Backtest.Tests;

public sealed class ResamplingTests
{
    private static readonly Timeframe FiveMinutes = new(5, 'm');
    private static readonly Timeframe Hour = new(1, 'h');

    private static readonly Timeframe[] Made =
        [new(10, 'm'), new(15, 'm'), new(50, 'm'), Hour, new(4, 'h'), Timeframe.Day, new(2, 'd'), new(3, 'd'), new(1, 'w'), new(2, 'w')];

    private static readonly Gen<Timeframe> Timeframes = Gen.Int[0, Made.Length - 1].Select(index => Made[index]);

    [Fact]
    public void Bars_made_on_the_way_are_those_made_in_one_go_by_sessions() =>
        Gen.Select(Gen.Int[0, 100_000], Timeframes, Gen.Int[0, 20_000], Gen.Int[0, 95]).Sample((seed, timeframe, chunkBytes, missing) =>
            AssertResampled(Walk.Bars(seed, 700, first: seed % 500, missing, FiveMinutes), FiveMinutes, new WeekdayCalendar(), timeframe, chunkBytes),
            iter: 300);

    [Fact]
    public void Without_a_calendar_days_go_from_midnight_to_midnight_and_no_bar_is_left_out() =>
        Gen.Select(Gen.Int[0, 100_000], Timeframes, Gen.Int[0, 20_000]).Sample((seed, timeframe, chunkBytes) =>
            AssertResampled(Walk.Bars(seed, 700, first: seed % 500, 10, FiveMinutes), FiveMinutes, EveryDayCalendar.Utc, timeframe, chunkBytes),
            iter: 100);

    [Fact]
    public void Months_and_quarters_are_those_of_the_calendar_made_of_days_or_of_hours() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 3], Gen.Int[0, 20_000], Gen.Bool).Sample((seed, made, chunkBytes, isOfHours) =>
        {
            Timeframe timeframe = new Timeframe[] { new(1, 'M'), new(2, 'M'), new(1, 'q'), new(2, 'q') }[made];
            Timeframe finest = isOfHours ? Hour : Timeframe.Day;
            ITradingCalendar calendar = isOfHours ? new WeekdayCalendar() : EveryDayCalendar.Utc;
            AssertResampled(Walk.Bars(seed, 2500, first: seed % 500, 20, finest), finest, calendar, timeframe, chunkBytes);
        },
        iter: 60);

    [Fact]
    public void A_month_ends_with_its_last_day()
    {
        double[] closes = [.. Enumerable.Range(1, 61).Select(day => (double)day)];
        List<string> seen = Stream(TestBar.Flat(closes), Timeframe.Day, EveryDayCalendar.Utc, new(1, 'M'));

        // The bars start on 1 January 2020; February has 29 days.
        Assert.Equal("2020-02-01: A 31 | A 1mo 1 31 1 31", seen[30]);
        Assert.Equal("2020-03-01: A 60 | A 1mo 32 60 32 60", seen[59]);
    }

    [Fact]
    public void Weeks_are_made_of_days_and_end_on_Sunday()
    {
        List<string> seen = Stream(TestBar.Flat([.. Enumerable.Range(1, 12).Select(day => (double)day)]), Timeframe.Day, EveryDayCalendar.Utc, new(1, 'w'));

        // The bars start on Wednesday, 1 January 2020.
        Assert.Equal("2020-01-06: A 5 | A 1w 1 5 1 5", seen[4]);
        Assert.Equal("2020-01-13: A 12 | A 1w 6 12 6 12", seen[11]);
    }

    [Fact]
    public void The_last_bar_of_a_session_ends_at_its_close()
    {
        // Monday, 6 January: from 14:30 to 21:00 UTC.
        IReadOnlyList<TestBar> bars = Walk.Bars(1, 24 * 12 * 7, timeframe: FiveMinutes);
        DateTime[] ends = [.. Higher(bars, FiveMinutes, new WeekdayCalendar(), new(4, 'h'), 1 << 20).Select(bar => bar.End).Where(end => end.Day == 6)];

        Assert.Equal([new DateTime(2020, 1, 6, 18, 30, 0), new DateTime(2020, 1, 6, 21, 0, 0)], ends);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1 << 20)]
    public void A_break_ends_a_bar_as_the_close_does_and_the_next_is_counted_from_its_end(int chunkBytes)
    {
        TestBar[] bars = [.. Walk.Bars(1, 24 * 12, timeframe: FiveMinutes).Where(bar => bar.Start.Hour is not 3 || bar.Start.Minute >= 30)
            .Where(bar => bar.Start.Hour is not 2 || bar.Start.Minute < 30)];
        string[] ends = [.. Higher(bars, FiveMinutes, new PausingCalendar(), Hour, chunkBytes)
            .Select(bar => bar.End.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture))];

        Assert.Equal(["01:00", "02:00", "02:30", "04:30", "05:30", "06:00"], ends);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1 << 20)]
    public void A_bar_that_ends_where_no_finest_bar_does_has_a_turn_of_its_own(int chunkBytes)
    {
        DateTime day = TestBar.FirstDay;
        TestBar[] bars = [Flat(day, 0, 1), Flat(day, 40, 2), Flat(day, 130, 3)];
        List<string> seen = Stream(bars, FiveMinutes, EveryDayCalendar.Utc, Hour, chunkBytes);

        Assert.Equal(
            ["00:05: A 1", "00:45: A 2", "01:00: | A 1h 1 2 1 2", "02:15: A 3"],
            seen.Select(turn => turn.Replace("2020-01-01 ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_bar_that_is_not_complete_when_the_data_ends_is_never_seen()
    {
        DateTime day = TestBar.FirstDay;

        Assert.Empty(Higher([Flat(day, 0, 1), Flat(day, 50, 2)], FiveMinutes, EveryDayCalendar.Utc, Hour, 1 << 20));
        Assert.Single(Higher([Flat(day, 0, 1), Flat(day, 55, 2)], FiveMinutes, EveryDayCalendar.Utc, Hour, 1 << 20));
    }

    [Theory]
    [InlineData("1h", "30m", "cannot be made from the bars of 'A', which are of 1h")]
    [InlineData("1h", "90m", "cannot be made from the bars of 'A', which are of 1h")]
    [InlineData("1d", "12h", "cannot be made from the bars of 'A', which are of 1d")]
    [InlineData("1w", "10d", "cannot be made from the bars of 'A', which are of 1w")]
    [InlineData("1w", "1mo", "cannot be made from the bars of 'A', which are of 1w")]
    [InlineData("2d", "1mo", "cannot be made from the bars of 'A', which are of 2d")]
    [InlineData("1mo", "60d", "cannot be made from the bars of 'A', which are of 1mo")]
    [InlineData("1d", "200mo", "200mo is too long for a bar")]
    [InlineData("1m", "36h", "36h is too long for a bar")]
    [InlineData("1d", "600w", "600w is too long for a bar")]
    public void Timeframes_that_cannot_be_made_are_refused(string finest, string wanted, string message)
    {
        var bars = new BarSeries(new Instrument { Symbol = "A" }, Parse(finest), index: 0, hasVolume: false);
        var thrown = Assert.Throws<InputException>(() => new RunSeries([bars], []).Find(bars.Instrument, Parse(wanted)));

        InputError error = Assert.Single(thrown.Errors);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Fix);
    }

    private static void AssertResampled(
        IReadOnlyList<TestBar> bars, Timeframe finest, ITradingCalendar calendar, Timeframe timeframe, int chunkBytes) =>
        Assert.Equal(Resampled.Of(bars, finest, calendar, timeframe), Higher(bars, finest, calendar, timeframe, chunkBytes));

    private static List<(DateTime Start, DateTime End, double Open, double High, double Low, double Close, double Volume)> Higher(
        IReadOnlyList<TestBar> bars, Timeframe finest, ITradingCalendar calendar, Timeframe timeframe, int chunkBytes)
    {
        using DataStreamer streamer = Streamer(bars, finest, calendar, timeframe, chunkBytes);
        var seen = new List<(DateTime, DateTime, double, double, double, double, double)>();
        int finestSeen = 0;
        while (streamer.MoveNext())
        {
            for (int t = 0; t < streamer.Chunk.TurnCount; t++)
            {
                finestSeen += streamer.Chunk.Bars(t).Length;
                foreach (TurnBar bar in streamer.Chunk.HigherBars(t))
                {
                    var view = new BarEvent(streamer.Chunk.Series[bar.Series], bar.Row);
                    Assert.Equal(streamer.Chunk.End(t), view.End.Ticks);
                    seen.Add((view.Start, view.End, view.Open, view.High, view.Low, view.Close, view.Volume));
                }
            }
        }

        Assert.Equal(bars.Count, finestSeen);
        return seen;
    }

    private static List<string> Stream(
        IReadOnlyList<TestBar> bars, Timeframe finest, ITradingCalendar calendar, Timeframe timeframe, int chunkBytes = 1 << 20)
    {
        using DataStreamer streamer = Streamer(bars, finest, calendar, timeframe, chunkBytes);
        var seen = new List<string>();
        while (streamer.MoveNext())
        {
            for (int t = 0; t < streamer.Chunk.TurnCount; t++)
            {
                DateTime end = new(streamer.Chunk.End(t));
                string text = end.TimeOfDay == TimeSpan.Zero ? $"{end:yyyy-MM-dd}:" : $"{end:yyyy-MM-dd HH:mm}:";
                foreach (TurnBar bar in streamer.Chunk.Bars(t))
                    text += $" A {streamer.Chunk.Series[bar.Series].Close[bar.Row]}";
                foreach (TurnBar bar in streamer.Chunk.HigherBars(t))
                {
                    var view = new BarEvent(streamer.Chunk.Series[bar.Series], bar.Row);
                    text += $" | A {view.Timeframe} {view.Open} {view.High} {view.Low} {view.Close}";
                }

                seen.Add(text);
            }
        }

        return seen;
    }

    private static DataStreamer Streamer(
        IReadOnlyList<TestBar> bars, Timeframe finest, ITradingCalendar calendar, Timeframe timeframe, int chunkBytes)
    {
        var source = new MemorySource(new Dictionary<string, IReadOnlyList<TestBar>> { ["A"] = bars }, finest, calendar: calendar);
        var series = new BarSeries(new Instrument { Symbol = "A" }, finest, index: 0, hasVolume: true);
        var run = new RunSeries([series], source.Series);
        run.Find(series.Instrument, timeframe);
        return new DataStreamer(source, run, chunkBytes);
    }

    private static TestBar Flat(DateTime day, int minutes, double price) => new(day.AddMinutes(minutes), price, price, price, price);

    private static Timeframe Parse(string text)
    {
        Assert.True(Timeframe.TryParse(text, out Timeframe timeframe));
        return timeframe;
    }
}
