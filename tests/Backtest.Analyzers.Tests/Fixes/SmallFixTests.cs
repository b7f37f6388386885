using Backtest.Analyzers;
using Backtest.CodeFixes;

namespace Backtest.Tests.Fixes;

/// <summary>Fixes that change one member of a strategy.</summary>
public sealed class SmallFixTests
{
    [Theory]
    [InlineData("[Indicator<SimpleMovingAverage>(\"Perod\", Offset = 1)]", "[Indicator<SimpleMovingAverage>(nameof(Period), Offset = 1)]")]
    [InlineData("[Indicator(\"Lin\")]", "[Indicator(nameof(Line))]")]
    public async Task A_name_as_text_becomes_the_name_meant(string before, string after)
    {
        Fixing fixing = await Fixing.Of<IndicatorNameAnalyzer, NameOfFix>(Indicator(before));
        Assert.Equal(Source(Members(after)), await fixing.Apply());

        static string Indicator(string attribute) => Source(Members(attribute));
    }

    [Theory]
    [InlineData("public void OnBar(BarEvent bar, in Position position, ISignals signals) { }", "public void OnBar(BarEvent bar, ISignals signals) { }")]
    [InlineData("public void OnBar(BarEvent bar, in Position position) { }", "public void OnBar(BarEvent bar) { }")]
    public async Task A_position_nobody_reads_goes(string before, string after) =>
        Assert.Equal(Source(after), await (await Fixing.Of<UnreadPositionAnalyzer, UnreadPositionFix>(Source(before))).Apply());

    [Theory]
    [InlineData("[Parameter]", "[Parameter(Description = \"The period, in bars of the Instrument.\")]")]
    [InlineData("[Parameter(Min = 1)]", "[Parameter(Min = 1, Description = \"The period, in bars of the Instrument.\")]")]
    [InlineData("[Parameter(Description = \"\", Min = 1)]", "[Parameter(Description = \"The period, in bars of the Instrument.\", Min = 1)]")]
    public async Task A_parameter_is_described_with_its_summary(string before, string after) => Assert.Equal(
        Source(Described(after)), await (await Fixing.Of<ParameterDescriptionAnalyzer, DescriptionFix>(Source(Described(before)))).Apply());

    [Theory]
    [InlineData("[Parameter] public int Period { get; init; } = 5;")]
    [InlineData("/// <summary></summary>\n    [Parameter] public int Period { get; init; } = 5;")]
    [InlineData("/// <summary>Not closed.\n    [Parameter] public int Period { get; init; } = 5;")]
    public async Task A_parameter_without_a_summary_is_left_to_the_author(string member) =>
        Assert.Empty((await Fixing.Of<ParameterDescriptionAnalyzer, DescriptionFix>(Source(member))).Titles);

    [Theory]
    [InlineData("private async void Send() { }", "private void Send() { }")]
    [InlineData("private Action Send => async () => { };", "private Action Send => () => { };")]
    [InlineData("private void Send() { async void Later() { } }", "private void Send() { void Later() { } }")]
    public async Task Async_goes_where_nothing_is_awaited(string before, string after) =>
        Assert.Equal(Source(after), await (await Fixing.Of<AsyncVoidAnalyzer, AsyncVoidFix>(Source(before))).Apply());

    [Fact]
    public async Task Async_stays_where_something_is_awaited() => Assert.Empty(
        (await Fixing.Of<AsyncVoidAnalyzer, AsyncVoidFix>(Source("private async void Send() => await Task.Yield();"))).Titles);

    private static string Members(string attribute) => $$"""
        [Parameter] public int Period { get; init; } = 20;

            private IndicatorSpec Line => Indicators.Sma(Period);

            {{attribute}} private partial double X { get; }
        """;

    private static string Described(string attribute) => $$"""
        /// <summary>
            /// The period, in bars
            /// of the <see cref="Instrument"/>.
            /// </summary>
            {{attribute}}
            public int Period { get; init; } = 5;
        """;

    private static string Source(string member) => $$"""
        using System;
        using System.Threading.Tasks;
        using Backtest;

        [Strategy("sample")]
        public sealed partial class Sample
        {
            {{member}}
        }
        """;
}
