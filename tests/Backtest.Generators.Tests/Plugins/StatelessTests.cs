namespace Backtest.Tests;

/// <summary>Which classes count as stateless: only those may be called ahead of time.</summary>
public sealed class StatelessTests
{
    private const string OnBar = "public void OnBar(BarEvent bar, in Position position, ISignals signals) { if (position.IsFlat) signals.Enter(Direction.Long); }";

    [Theory]
    [InlineData("")]
    [InlineData("[Parameter] public int Period { get; init; } = 5;")]
    [InlineData("[Parameter] public double? Stop { get; init; }")]
    [InlineData("private readonly int _period = 5;")]
    [InlineData("private const string Reason = \"up\"; private static readonly int Two = 2;")]
    [InlineData("private double Twice(double value) => 2 * value;")]
    [InlineData("[Indicator<SimpleMovingAverage>(5)] private partial double Line { get; }")]
    public void Fixed_values_are_no_state(string members) => Assert.True(SaysStateless(members));

    [Theory]
    [InlineData("private int _bars;")]
    [InlineData("private readonly int[] _bars = [];")]
    [InlineData("private readonly System.Collections.Generic.List<int> _bars = [];")]
    [InlineData("public int Bars { get; set; }")]
    [InlineData("private int Bars => field == 0 ? field = 1 : field;")]
    [InlineData("public void OnFill(in FillEvent fill) { }")]
    [InlineData("public void OnRegime(in RegimeEvent regime) { }")]
    [InlineData("public void OnStart(in StartContext context) { }")]
    public void What_may_change_or_hears_of_more_than_bars_is_state(string members) => Assert.False(SaysStateless(members));

    [Fact]
    public void What_a_base_class_keeps_is_not_known_to_be_fixed() => Assert.False(GeneratorRun.On($$"""
        public abstract class Base { protected int Bars; }
        [Strategy("derived")] public sealed partial class Derived : Base { {{OnBar}} }
        """).Text.Contains("IsStateless", StringComparison.Ordinal));

    private static bool SaysStateless(string members)
    {
        GeneratorRun run = GeneratorRun.On($$"""[Strategy("one")] public sealed partial class One { {{members}} {{OnBar}} }""");
        Assert.Empty(run.Diagnostics);
        return run.Text.Contains("public override bool IsStateless => true;", StringComparison.Ordinal);
    }
}
