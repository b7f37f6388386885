using Backtest.Analyzers;

namespace Backtest.Tests;

public sealed class AllocationAnalyzerTests
{
    [Theory]
    [InlineData("_ = {0};", "new object()", "an object")]
    [InlineData("List<int> numbers = {0}; _ = numbers;", "[1, 2]", "an object")]
    [InlineData("_ = {0};", "new int[3]", "an array")]
    [InlineData("signals.Enter(Direction.Long, new EntryTerms { Reason = {0} });", "$\"{bar.Symbol}\"", "a string")]
    [InlineData("signals.Enter(Direction.Long, new EntryTerms { Reason = {0} });", "\"above \" + bar.Symbol", "a string")]
    [InlineData("Func<int> one = {0}; _ = one;", "() => 1", "a delegate")]
    [InlineData("int[] numbers = Numbers; _ = {0};", "numbers.Sum()", "an enumerator")]
    [InlineData("object boxed = {0}; _ = boxed;", "bar.Close", "a boxed value")]
    public async Task What_OnBar_allocates_is_pointed_at(string statement, string place, string kind)
    {
        Found found = Assert.Single(await Find(statement.Replace("{0}", place, StringComparison.Ordinal)));
        Assert.Equal(("BT0112", place), (found.Id, found.Text));
        Assert.Equal(
            $"'Sample.OnBar' is called for every bar and allocates {kind} here; create it once, in OnStart or a field, and reuse it", found.Message);
    }

    [Theory]
    [InlineData("signals.Enter(Direction.Long, new EntryTerms { Reason = \"above\" + \" it\" });")]
    [InlineData("_ = new TimeSpan(5) + new DateTime(5).TimeOfDay;")]
    [InlineData("Span<int> numbers = stackalloc int[3]; _ = numbers[0];")]
    [InlineData("_lazy ??= new double[3];")]
    [InlineData("if (bar.Close < 0) throw new InvalidOperationException($\"{bar.Symbol} is below zero\");")]
    public async Task What_is_free_thrown_or_made_once_is_not(string statement) => Assert.Empty(await Find(statement));

    [Fact]
    public async Task What_is_made_before_the_first_bar_is_not() => Assert.Empty(await Analysis.Of<AllocationAnalyzer>(Plugins.Strategy(
        "private double[] _window = []; public void OnStart(in StartContext context) => _window = new double[3]; public int Length => _window.Length;")));

    private static Task<IReadOnlyList<Found>> Find(string statement) => Analysis.Of<AllocationAnalyzer>($$"""
        [Strategy("sample", Description = "A sample.")]
        public sealed partial class Sample
        {
            private double[]? _lazy;
            private int[] Numbers { get; } = [1];

            public double First => _lazy?[0] ?? Numbers[0];

            public void OnBar(BarEvent bar, ISignals signals)
            {
                {{statement}}
            }
        }
        """);
}
