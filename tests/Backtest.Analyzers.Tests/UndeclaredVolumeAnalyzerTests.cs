using Backtest.Analyzers;

namespace Backtest.Tests;

public sealed class UndeclaredVolumeAnalyzerTests
{
    [Theory]
    [InlineData("bar.Volume")]
    [InlineData("bar[BarField.Volume]")]
    public async Task An_indicator_that_reads_volume_and_does_not_say_so_is_reported(string read)
    {
        Found found = Assert.Single(await Find("", $"{read} * bar.Close"));
        Assert.Equal(("BT0115", read), (found.Id, found.Text));
    }

    [Theory]
    [InlineData("[ReadsVolume]", "bar.Volume")]
    [InlineData("", "bar.HasVolume ? bar.Volume : 1")]
    [InlineData("", "bar.Close + bar[BarField.High]")]
    public async Task One_that_says_so_asks_or_reads_prices_alone_is_not(string mark, string read) => Assert.Empty(await Find(mark, read));

    [Fact]
    public async Task A_strategy_may_read_it() => Assert.Empty(
        await Analysis.Of<UndeclaredVolumeAnalyzer>(Plugins.Strategy("public double Of(BarEvent bar) => bar.Volume;")));

    private static Task<IReadOnlyList<Found>> Find(string mark, string read) => Analysis.Of<UndeclaredVolumeAnalyzer>($$"""
        [IndicatorPlugin("pressure", Description = "A sample.")]
        {{mark}}
        public sealed partial class Pressure : IBarIndicator<double>
        {
            public bool IsReady { get; private set; }

            public double Undefined => double.NaN;

            public double Update(BarEvent bar)
            {
                IsReady = true;
                return {{read}};
            }

            public void Reset() => IsReady = false;
        }
        """);
}
