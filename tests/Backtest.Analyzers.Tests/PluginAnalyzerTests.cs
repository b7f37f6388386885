using Backtest.Analyzers;

namespace Backtest.Tests;

public sealed class PluginAnalyzerTests
{
    private const string Clock = "public static class Clock { public static DateTime Now => DateTime.Now; }";

    [Theory]
    [InlineData("")]
    [InlineData("public sealed class Bench { public void OnBar(BarEvent bar) { } }")]
    public async Task An_assembly_without_a_plugin_is_left_alone(string other) =>
        Assert.Empty(await Analysis.Of<WallClockAnalyzer>(Clock + other));

    [Theory]
    [InlineData("[Strategy(\"a\")] public sealed partial class A { public void OnBar(BarEvent bar) { } }")]
    [InlineData("[Classifier(\"a\")] public sealed partial class A "
        + "{ public IReadOnlyList<string> States => [\"up\"]; public void OnBar(BarEvent bar, IRegimes regimes) { } }")]
    [InlineData("[RiskManager(\"a\")] public sealed partial class A { public void OnSignals(in RiskTurn turn, IOrders orders) { } }")]
    [InlineData("""
        public sealed class A : ISeriesIndicator<double>
        {
            public double Undefined => double.NaN;
            public bool IsReady => true;
            public double Update(double value) => value;
            public void Reset() { }
        }
        """)]
    public async Task An_assembly_with_a_plugin_or_an_indicator_is_looked_at(string plugin) =>
        Assert.Equal(["DateTime.Now"], await Analysis.Underlined<WallClockAnalyzer>(Clock + plugin));
}
