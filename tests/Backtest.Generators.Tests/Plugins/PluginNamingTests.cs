namespace Backtest.Tests;

/// <summary>Whatever names the author chooses, the generated code compiles and refers to the right types.</summary>
public sealed class PluginNamingTests
{
    [Theory]
    [InlineData("StrategyNode")]
    [InlineData("BarSeries")]
    [InlineData("ParameterReader")]
    [InlineData("PluginKind")]
    [InlineData("ParameterMap")]
    public void Author_may_have_a_type_named_like_one_of_ours(string name) => AssertClean(GeneratorRun.On(
        $"{Sources.Strategy} public sealed class {name} {{ }}"));

    [Fact]
    public void Author_may_have_members_named_like_ours() => AssertClean(GeneratorRun.On("""
        [Strategy("taken")]
        public sealed partial class Taken
        {
            private int _row = 1;
            private int _line = 2;
            public int StrategyNode => _row + _line;
            [Indicator<SimpleMovingAverage>(20)] private partial double Line { get; }
            public void OnBar(BarEvent bar, ISignals signals) { if (Line > StrategyNode) signals.Exit(); }
        }
        """));

    [Fact]
    public void Parameter_types_may_share_a_name_and_hide_ours() => AssertClean(GeneratorRun.On("""
        namespace One { public enum Kind { A } }
        namespace Two { public enum Kind { B } public sealed record Position { public int X { get; init; } } }
        namespace Three
        {
            [Strategy("kinds")]
            public sealed partial class Kinds
            {
                [Parameter] public One.Kind First { get; init; }
                [Parameter] public Two.Kind Second { get; init; }
                [Parameter] public Two.Position Position { get; init; } = new();
                [Parameter] public Inner Nested { get; init; }
                public enum Inner { C }
                public void OnBar(BarEvent bar, ISignals signals) { }
            }
        }
        """));

    [Fact]
    public void Class_may_stand_outside_every_namespace() =>
        AssertClean(GeneratorRun.On("[Strategy(\"bare\")] public sealed partial class Bare { public void OnBar(BarEvent bar) { } }"));

    [Fact]
    public void Class_may_be_internal() =>
        AssertClean(GeneratorRun.On("[Strategy(\"quiet\")] internal sealed partial class Quiet { public void OnBar(BarEvent bar) { } }"));

    [Fact]
    public void Classes_that_differ_in_case_alone_get_files_of_their_own()
    {
        GeneratorRun run = GeneratorRun.On("""
            [Strategy("one")] public sealed partial class Twin { public void OnBar(BarEvent bar) { } }
            [Strategy("two")] public sealed partial class TWIN { public void OnBar(BarEvent bar) { } }
            """);
        AssertClean(run);
        Assert.Equal(2, run.Files.Select(file => file.HintName.ToUpperInvariant()).Distinct().Count());
    }

    [Fact]
    public void Handlers_and_parameters_may_come_from_a_base_class() => AssertClean(GeneratorRun.On("""
        public abstract class Base
        {
            [Parameter(Min = 1)] public int Period { get; init; } = 5;
            public void OnBar(BarEvent bar, ISignals signals) { if (bar.Close > Period) signals.Exit(); }
        }

        [Strategy("derived")] public sealed partial class Derived : Base;
        """));

    private static void AssertClean(GeneratorRun run)
    {
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerComplaints);
    }
}
