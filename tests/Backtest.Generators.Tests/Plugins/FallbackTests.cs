using Microsoft.CodeAnalysis;

namespace Backtest.Tests;

/// <summary>For a class with an error, only the generator's diagnostic is reported, since every partial property is still implemented.</summary>
public sealed class FallbackTests
{
    private const string Line = "[Indicator<SimpleMovingAverage>(20)] private partial double Line { get; }";
    private const string Day = "[Bars(\"1d\")] private partial BarEvent Day { get; }";
    private const string OnBar = "public void OnBar(BarEvent bar, ISignals signals) { if (Line > bar.Close) signals.Exit(); }";

    [Theory]
    [InlineData("BT0005", "public void OnFills(in FillEvent fill) { }")]
    [InlineData("BT0008", "[Parameter(Min = 1)] public int X { get; init; }")]
    [InlineData("BT0009", "[Indicator<SimpleMovingAverage>(2.5)] private partial double X { get; }")]
    [InlineData("BT0009", "[Indicator(\"Nothing\")] private partial List<string?> X { get; }")]
    [InlineData("BT0009", "[Indicator<SimpleMovingAverage>(20)] private partial double X { get; set; }")]
    [InlineData("BT0009", "[Indicator<SimpleMovingAverage>(20)] public partial double X { get; private set; }")]
    [InlineData("BT0009", "[Indicator<SimpleMovingAverage>(20)] private static partial double X { get; }")]
    [InlineData("BT0009", "[Indicator<SimpleMovingAverage>(20)] private partial double this[int x] { get; }")]
    [InlineData("BT0010", "[Parameter] public object X { get; init; } = 1;")]
    [InlineData("BT0012", "public void OnRegime(in RegimeEvent regime, IOrders orders) { }")]
    [InlineData("BT0020", "[Bars(\"1x\")] private partial BarEvent X { get; }")]
    [InlineData("BT0021", "[Bars(\"1d\")] private partial double X { get; }")]
    public void An_error_in_a_member_is_the_only_one(string id, string member) =>
        AssertOnly(id, GeneratorRun.On($"[Strategy(\"sample\")] public sealed partial class Sample {{ {OnBar} {Line} {Day} {member} }}"));

    [Theory]
    [InlineData("BT0011", "[Strategy(\"x\")] public sealed partial class Shape {{ {0} }}")]
    [InlineData("BT0013", "[Strategy(\"X\")] public sealed partial class Shape {{ {0} public void OnBar(BarEvent bar) {{ }} }}")]
    [InlineData("BT0013", "[Strategy(\"x\")] public sealed partial record Shape {{ {0} }}")]
    [InlineData("BT0013", "[Strategy(\"x\")] public abstract partial class Shape {{ {0} }}")]
    [InlineData("BT0013", "[Strategy(\"x\")] public sealed partial class Shape<T> where T : class {{ {0} }}")]
    [InlineData("BT0013", "namespace A.B; public partial class Outer {{ [Strategy(\"x\")] public sealed partial class Shape {{ {0} }} }}")]
    [InlineData("BT0013", "[Strategy(\"x\")] public sealed partial class Shape(int x) {{ public int X => x; {0} }}")]
    [InlineData("BT0013", "[Strategy(\"x\"), Classifier(\"y\")] public sealed partial class Shape {{ {0} }}")]
    [InlineData("BT0015", "[Container(\"x\")] public sealed partial class Shape {{ }}")]
    public void An_error_in_a_class_is_the_only_one(string id, string source) =>
        AssertOnly(id, GeneratorRun.On(string.Format(System.Globalization.CultureInfo.InvariantCulture, source, $"{Line} {Day}")));

    [Fact]
    public void Classes_that_differ_in_type_parameters_alone_get_files_of_their_own()
    {
        GeneratorRun run = GeneratorRun.On(
            $"[Strategy(\"x\")] public sealed partial class Shape {{ {Line} }} [Strategy(\"y\")] public sealed partial class Shape<T> {{ {Line} }}");
        Assert.Equal(["BT0011", "BT0013"], run.Reports.Select(found => found.Id));
        Assert.Empty(run.CompilerComplaints);
    }

    [Fact]
    public void A_bar_source_that_reads_indicators_is_told_so_alone() => AssertOnly("BT0009", GeneratorRun.On(
        Sources.BarSource.Replace("sealed class Walk : IBarProvider\n{", $"sealed partial class Walk : IBarProvider {{ {Line}", StringComparison.Ordinal)));

    [Fact]
    public void A_class_that_is_not_partial_gets_no_other_part()
    {
        GeneratorRun run = GeneratorRun.On($"[Strategy(\"plain\")] public sealed class Plain {{ {OnBar} {Line} }}");
        Assert.Equal("BT0006", Assert.Single(run.Reports).Id);
        Assert.Empty(run.Files);
    }

    [Fact]
    public void What_is_written_with_an_error_declares_what_is_written_without()
    {
        const string Wrong = "OnBar(BarEvent bar, in Position position, ISignals signals, int wrong)";
        foreach (string source in (string[])[Sources.Strategy, Sources.Timeframes.Replace("ISignals", "in Position position, ISignals", StringComparison.Ordinal)])
        {
            GeneratorRun right = GeneratorRun.On(source);
            GeneratorRun wrong = GeneratorRun.On(source.Replace(
                "OnBar(BarEvent bar, in Position position, ISignals signals)", Wrong, StringComparison.Ordinal));
            Assert.Equal("BT0005", Assert.Single(wrong.Reports).Id);
            Assert.Equal(Properties(right), Properties(wrong));
        }
    }

    private static IEnumerable<string> Properties(GeneratorRun run) => run.Output.GetSymbolsWithName(_ => true, SymbolFilter.Member)
        .OfType<IPropertySymbol>().Select(property => property.PartialImplementationPart).OfType<IPropertySymbol>()
        .Select(property => property.ToDisplayString()).Order();

    private static void AssertOnly(string id, GeneratorRun run)
    {
        Assert.Equal(id, Assert.Single(run.Reports).Id);
        Assert.Empty(run.CompilerComplaints);
    }
}
