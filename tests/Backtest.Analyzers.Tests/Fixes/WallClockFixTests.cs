using Backtest.Analyzers;
using Backtest.CodeFixes;

namespace Backtest.Tests.Fixes;

public sealed class WallClockFixTests
{
    [Theory]
    [InlineData("DateTime.UtcNow", "bar.End")]
    [InlineData("System.DateTime.Now", "bar.End")]
    [InlineData("DateTime.Today", "bar.End.Date")]
    [InlineData("DateTimeOffset.UtcNow", "new DateTimeOffset(bar.End)")]
    public async Task Time_is_taken_from_the_bar(string before, string after) =>
        Assert.Equal(Source($"_ = {after}; // when"), await (await Fix(Source($"_ = {before}; // when"))).Apply());

    [Fact]
    public async Task Time_is_taken_from_the_turn()
    {
        const string Before = """
            using System;
            using Backtest;

            [RiskManager("sample")]
            public sealed partial class Sample
            {
                public void OnSignals(in RiskTurn turn, IOrders orders) => _ = DateTime.UtcNow;
            }
            """;
        Assert.Equal(Before.Replace("DateTime.UtcNow", "turn.Time", StringComparison.Ordinal), await (await Fix(Before)).Apply());
    }

    [Theory]
    [InlineData("_ = Environment.TickCount64;")]
    [InlineData("Func<DateTime> clock = () => DateTime.UtcNow; _ = clock();")]
    public async Task What_no_bar_can_tell_is_left_to_the_author(string statement) => Assert.Empty((await Fix(Source(statement))).Titles);

    private static Task<Fixing> Fix(string source) => Fixing.Of<WallClockAnalyzer, WallClockFix>(source);

    private static string Source(string statement) => $$"""
        using System;
        using Backtest;

        [Strategy("sample")]
        public sealed partial class Sample
        {
            public void OnBar(BarEvent bar, ISignals signals)
            {
                {{statement}}
            }
        }
        """;
}
