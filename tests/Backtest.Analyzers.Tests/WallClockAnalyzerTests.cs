using Backtest.Analyzers;

namespace Backtest.Tests;

public sealed class WallClockAnalyzerTests
{
    [Theory]
    [InlineData("_ = {0};", "DateTime.Now")]
    [InlineData("_ = {0};", "DateTime.UtcNow")]
    [InlineData("_ = {0};", "DateTime.Today")]
    [InlineData("_ = {0};", "DateTimeOffset.Now")]
    [InlineData("_ = {0};", "DateTimeOffset.UtcNow")]
    [InlineData("_ = {0};", "Environment.TickCount")]
    [InlineData("_ = {0};", "Environment.TickCount64")]
    [InlineData("_ = {0}();", "Stopwatch.GetTimestamp")]
    [InlineData("_ = {0}().ElapsedTicks;", "Stopwatch.StartNew")]
    [InlineData("_ = {0};", "new Stopwatch()")]
    [InlineData("_ = {0}.GetUtcNow();", "TimeProvider.System")]
    [InlineData("_ = {0};", "TimeZoneInfo.Local")]
    [InlineData("_ = {0}();", "bar.End.ToLocalTime")]
    [InlineData("Func<long> clock = {0}; _ = clock();", "Stopwatch.GetTimestamp")]
    public async Task The_clock_of_the_machine_is_reported(string statement, string asked) => Assert.Equal(
        [asked], await Analysis.Underlined<WallClockAnalyzer>(Plugins.OnBar(statement.Replace("{0}", asked, StringComparison.Ordinal))));

    [Theory]
    [InlineData("_ = bar.End;")]
    [InlineData("_ = bar.Start.AddDays(1).Date;")]
    [InlineData("_ = new DateTime(2020, 1, 1);")]
    [InlineData("_ = nameof(DateTime.Now);")]
    [InlineData("_ = nameof(DateTime.Now.Ticks);")]
    [InlineData("_ = TimeZoneInfo.Utc;")]
    [InlineData("_ = Environment.NewLine;")]
    public async Task Time_that_is_the_same_in_every_run_is_not(string statement) =>
        Assert.Empty(await Analysis.Of<WallClockAnalyzer>(Plugins.OnBar(statement)));

    [Fact]
    public async Task Message_says_what_is_asked_and_what_to_ask_instead()
    {
        Found found = Assert.Single(await Analysis.Of<WallClockAnalyzer>(Plugins.OnBar("_ = DateTime.UtcNow;")));
        Assert.Equal("BT0101", found.Id);
        Assert.Equal(
            "'DateTime.UtcNow' reads the machine's clock, which differs in every run; use the time of the bar: 'bar.Start' or 'bar.End'",
            found.Message);
    }

    [Fact]
    public async Task Everything_in_the_assembly_of_a_plugin_is_looked_at() => Assert.Equal(
        ["DateTime.Now", "DateTime.UtcNow"],
        await Analysis.Underlined<WallClockAnalyzer>(Plugins.Strategy("private readonly DateTime _made = DateTime.Now;") + """

            public static class Helper
            {
                public static long Ticks => DateTime.UtcNow.Ticks;
            }
            """));
}
