using Backtest.Analyzers;
using Backtest.CodeFixes;

namespace Backtest.Tests.Fixes;

public sealed class DeterministicMathFixTests
{
    [Theory]
    [InlineData("double x = Math.Exp(bar.Close);", "double x = DeterministicMath.Exp(bar.Close);")]
    [InlineData("double x = System.Math.Log(bar.Close);", "double x = DeterministicMath.Log(bar.Close);")]
    [InlineData("double x = double.Pow(bar.Close, 2);", "double x = DeterministicMath.Pow(bar.Close, 2);")]
    [InlineData("Func<double, double> x = Math.Sin;", "Func<double, double> x = DeterministicMath.Sin;")]
    public async Task Our_own_function_is_called(string before, string after) => Assert.Equal(Source(after), await (await Fix(Source(before))).Apply());

    [Fact]
    public async Task The_using_it_needs_is_added() => Assert.Equal(
        Helper("using System;\nusing Backtest;\n", "DeterministicMath.Exp(x)"), await (await Fix(Helper("using System;\n", "Math.Exp(x)"))).Apply());

    [Theory]
    [InlineData("_ = Math.Tanh(bar.Close);")]
    [InlineData("_ = Math.Log(bar.Close, 2);")]
    [InlineData("_ = MathF.Exp(1);")]
    [InlineData("_ = float.Exp(1);")]
    public async Task What_we_have_no_function_for_is_left_to_the_author(string statement) => Assert.Empty((await Fix(Source(statement))).Titles);

    private static Task<Fixing> Fix(string source) => Fixing.Of<PlatformMathAnalyzer, DeterministicMathFix>(source);

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

    private static string Helper(string usings, string value) => $$"""
        {{usings}}
        namespace Acme
        {
            [Backtest.Strategy("sample")]
            public sealed partial class Sample
            {
                public double Grow(double x) => {{value}};
            }
        }
        """;
}
