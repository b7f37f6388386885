using Backtest.Analyzers;

namespace Backtest.Tests;

public sealed class IndicatorNameAnalyzerTests
{
    [Theory]
    [InlineData("[Indicator<SimpleMovingAverage>(\"Period\")]", "Period", "Period")]
    [InlineData("[Indicator<SimpleMovingAverage>(\"Perod\", Offset = 1)]", "Perod", "Period")]
    [InlineData("[Indicator(\"Line\")]", "Line", "Line")]
    [InlineData("[Indicator(\"Lin\")]", "Lin", "Line")]
    public async Task A_name_as_text_is_reported_with_the_name_meant(string attribute, string written, string meant)
    {
        Found found = Assert.Single(await Find(attribute));
        Assert.Equal(("BT0107", $"\"{written}\""), (found.Id, found.Text));
        Assert.Equal(
            $"\"{written}\" is a string, which the compiler does not check against the members of the class; write nameof({meant})", found.Message);
    }

    [Theory]
    [InlineData("[Indicator<SimpleMovingAverage>(nameof(Period))]")]
    [InlineData("[Indicator<SimpleMovingAverage>(20)]")]
    [InlineData("[Indicator(nameof(Line))]")]
    [InlineData("[Indicator(\"SomethingElse\")]")]
    public async Task What_the_compiler_checks_and_what_is_near_no_name_are_not(string attribute) => Assert.Empty(await Find(attribute));

    private static async Task<IReadOnlyList<Found>> Find(string attribute)
    {
        Microsoft.CodeAnalysis.Compilation compilation = GeneratorRun.On(Plugins.Strategy($$"""
            [Parameter] public int Period { get; init; } = 20;
            private IndicatorSpec Line => Indicators.Sma(Period);
            {{attribute}} private partial double X { get; }
            """)).Output;
        return [.. (await Analysis.Run<IndicatorNameAnalyzer>(compilation)).Select(diagnostic => Found.Of(diagnostic, compilation))];
    }
}
