using Backtest.Analyzers;

namespace Backtest.Tests;

public sealed class UnreadPositionAnalyzerTests
{
    [Theory]
    [InlineData("public void OnBar(BarEvent bar, in Position position, ISignals signals) { }")]
    [InlineData("public void OnBar(BarEvent bar, Position position) => _ = bar.Close;")]
    public async Task A_position_nobody_reads_is_reported(string handler)
    {
        Found found = Assert.Single(await Analysis.Of<UnreadPositionAnalyzer>(Strategy(handler)));
        Assert.Equal(("BT0108", "position"), (found.Id, found.Text));
        Assert.Equal(
            "'Sample.OnBar' takes 'position' but never reads it, so the strategy no longer counts as pure; remove the parameter", found.Message);
    }

    [Theory]
    [InlineData("public void OnBar(BarEvent bar, in Position position) => _ = position.IsFlat;")]
    [InlineData("public void OnBar(BarEvent bar, in Position position) => Look(position); private void Look(in Position position) { }")]
    [InlineData("public void OnBar(BarEvent bar, ISignals signals) { }")]
    public async Task A_position_that_is_read_or_not_asked_for_is_not(string handler) =>
        Assert.Empty(await Analysis.Of<UnreadPositionAnalyzer>(Strategy(handler)));

    private static string Strategy(string handler) => $$"""
        [Strategy("sample", Description = "A sample.")]
        public sealed partial class Sample
        {
            {{handler}}
        }
        """;
}
