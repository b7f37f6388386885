using Backtest.Analyzers;

namespace Backtest.Tests;

public sealed class MutableStaticAnalyzerTests
{
    [Theory]
    [InlineData("private static int X;", "can be assigned; make it readonly, or an instance field")]
    [InlineData("[ThreadStatic] private static int X;", "can be assigned")]
    [InlineData("public static int X { get; set; }", "can be assigned; make it get-only, or an instance property")]
    [InlineData("public static event Action? X;", "every subscriber changes it")]
    [InlineData("private static readonly List<int> X = [];", "List can change; make it an instance field")]
    [InlineData("private static readonly IDictionary<string, int> X = new Dictionary<string, int>();", "IDictionary can change")]
    [InlineData("private static readonly System.Collections.Concurrent.ConcurrentBag<int> X = [];", "ConcurrentBag can change")]
    [InlineData("private static StringBuilder X { get; } = new();", "StringBuilder can change")]
    [InlineData("private static readonly Counter X = new(); private sealed class Counter { public int Count; }", "Counter can change")]
    public async Task A_static_that_can_change_is_reported(string member, string message)
    {
        Found found = Assert.Single(await Analysis.Of<MutableStaticAnalyzer>(Plugins.Strategy(member)));
        Assert.Equal(("BT0103", "X"), (found.Id, found.Text));
        Assert.StartsWith(
            $"'X' is shared by every run, container and instrument of the process, and {message}", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("private const int X = 1;")]
    [InlineData("private static readonly int X = 1;")]
    [InlineData("private static readonly string[] X = [\"bear\", \"bull\"]; public IReadOnlyList<string> Names => X;")]
    [InlineData("private static IReadOnlyList<int> X { get; } = [1, 2];")]
    [InlineData("private static readonly ImmutableArray<int> X = [1, 2];")]
    [InlineData("private static readonly System.Collections.Frozen.FrozenSet<int> X = System.Collections.Frozen.FrozenSet<int>.Empty;")]
    [InlineData("private static readonly Rule X = new(1); private sealed record Rule(int Period);")]
    [InlineData("private static int X => 1;")]
    [InlineData("private int X; private readonly List<int> _list = []; public int Count => X + _list.Count;")]
    public async Task What_stays_as_it_is_may_be_static(string member) =>
        Assert.Empty(await Analysis.Of<MutableStaticAnalyzer>(Plugins.Strategy(member)));

    [Theory]
    [InlineData("X[0] = 1;")]
    [InlineData("X[0] += 1;")]
    [InlineData("X[0]++;")]
    public async Task Writing_into_a_static_array_is_reported_where_it_is_written(string statement)
    {
        Found found = Assert.Single(await Analysis.Of<MutableStaticAnalyzer>(
            Plugins.Strategy($"private static readonly int[] X = [1]; private void Write() {{ {statement} }}")));
        Assert.Equal("X[0]", found.Text);
        Assert.EndsWith("and an element of it is written here; write into an array of the instance", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_static_constructor_may_fill_its_array() => Assert.Empty(await Analysis.Of<MutableStaticAnalyzer>(
        Plugins.Strategy("private static readonly int[] X = new int[2]; static Sample() { X[1] = 3; }")));
}
