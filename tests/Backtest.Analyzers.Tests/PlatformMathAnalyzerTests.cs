using Backtest.Analyzers;

namespace Backtest.Tests;

public sealed class PlatformMathAnalyzerTests
{
    [Theory]
    [InlineData("_ = {0}(bar.Close);", "Math.Exp")]
    [InlineData("_ = {0}(bar.Close);", "Math.Log")]
    [InlineData("_ = {0}(bar.Close, 3);", "Math.Log")]
    [InlineData("_ = {0}(bar.Close, 3);", "Math.Pow")]
    [InlineData("_ = {0}(bar.Close);", "Math.Tanh")]
    [InlineData("_ = {0}(bar.Close);", "Math.Cbrt")]
    [InlineData("_ = {0}(bar.Close, 2, 3);", "Math.FusedMultiplyAdd")]
    [InlineData("_ = {0}(bar.Close);", "double.Exp")]
    [InlineData("_ = {0}(bar.Close, 2);", "double.Hypot")]
    [InlineData("_ = {0}(1);", "float.Sin")]
    [InlineData("_ = {0}(1);", "MathF.Abs")]
    [InlineData("_ = {0}(bar.Close, 1);", "new Complex")]
    [InlineData("_ = {0}[0];", "Vector<double>.One")]
    [InlineData("_ = {0}(System.Runtime.Intrinsics.Vector128<double>.One);", "System.Runtime.Intrinsics.Vector128.Log")]
    [InlineData("_ = {0};", "System.Runtime.Intrinsics.X86.Fma.IsSupported")]
    [InlineData("Func<double, double> f = {0}; _ = f(1);", "Math.Exp")]
    public async Task Arithmetic_of_the_platform_is_reported(string statement, string asked)
    {
        string found = Assert.Single(await Analysis.Underlined<PlatformMathAnalyzer>(
            Plugins.OnBar(statement.Replace("{0}", asked, StringComparison.Ordinal))));
        Assert.StartsWith(asked, found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Functions_of_a_type_parameter_are_reported() => Assert.Equal(
        ["T.Exp"],
        await Analysis.Underlined<PlatformMathAnalyzer>(Plugins.Strategy(
            "private static T Grow<T>(T x) where T : IExponentialFunctions<T> => T.Exp(x);")));

    [Theory]
    [InlineData("_ = Math.Sqrt(bar.Close);")]
    [InlineData("_ = Math.Abs(bar.Close) + Math.Min(1, 2.0) + Math.Round(bar.Close) + Math.Floor(bar.Close);")]
    [InlineData("_ = DeterministicMath.Exp(bar.Close) * DeterministicMath.Pow(2, 0.5);")]
    [InlineData("_ = double.IsNaN(bar.Close) ? double.Max(1, 2) : BitOperations.Log2(8u);")]
    public async Task Arithmetic_that_is_exact_everywhere_is_not(string statement) =>
        Assert.Empty(await Analysis.Of<PlatformMathAnalyzer>(Plugins.OnBar(statement)));

    [Fact]
    public async Task Message_names_what_is_exact()
    {
        Found found = Assert.Single(await Analysis.Of<PlatformMathAnalyzer>(Plugins.OnBar("_ = Math.Exp(1);")));
        Assert.Equal("BT0106", found.Id);
        Assert.Equal(
            "'Math.Exp' differs in its last digits between processors; use DeterministicMath, or write it with + − × ÷ and Math.Sqrt",
            found.Message);
    }
}
