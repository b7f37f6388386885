using Backtest.Analyzers;

namespace Backtest.Tests;

public sealed class ParameterDescriptionAnalyzerTests
{
    [Theory]
    [InlineData("[Parameter] public int Period { get; init; } = 5;")]
    [InlineData("[Parameter(Min = 1, Description = \" \")] public int Period { get; init; } = 5;")]
    [InlineData("[Parameter(Description = \"The rule.\")] public Rule? Chosen { get; init; } "
        + "public sealed record Rule { [Parameter] public int Period { get; init; } }")]
    public async Task A_parameter_that_says_nothing_is_reported(string member)
    {
        Found found = Assert.Single(await Analysis.Of<ParameterDescriptionAnalyzer>(Plugins.Strategy(member)));
        Assert.Equal(("BT0109", "Period"), (found.Id, found.Text));
        Assert.Equal(
            "'Period' has no description, so the schema and editors of run files cannot explain it; "
            + "add a Description with its meaning and unit",
            found.Message);
    }

    [Theory]
    [InlineData("[Parameter(Description = \"The period, in bars.\")] public int Period { get; init; } = 5;")]
    [InlineData("public int Period { get; init; } = 5;")]
    public async Task A_parameter_that_is_described_and_what_is_none_are_not(string member) =>
        Assert.Empty(await Analysis.Of<ParameterDescriptionAnalyzer>(Plugins.Strategy(member)));
}
