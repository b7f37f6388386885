using Backtest.Analyzers;
using Backtest.CodeFixes;

namespace Backtest.Tests.Fixes;

public sealed class MutableStaticFixTests
{
    private const string ReadOnly = "Make it readonly";
    private const string GetOnly = "Make it get-only";
    private const string Instance = "Make it an instance member";

    [Fact]
    public async Task A_field_nobody_assigns_becomes_readonly() => await AssertFix(
        ReadOnly, "private static int _x = 1; // one", "private static readonly int _x = 1; // one", "_ = _x;");

    [Fact]
    public async Task A_property_nobody_assigns_becomes_get_only() => await AssertFix(
        GetOnly, "private static int X { get; set; } = 1;", "private static int X { get; } = 1;", "_ = Sample.X;");

    [Theory]
    [InlineData("private static int _x;", "private int _x;", "_x++;")]
    [InlineData("private static int X { get; set; }", "private int X { get; set; }", "X = 2;")]
    [InlineData("private static readonly List<int> _x = [];", "private readonly List<int> _x = [];", "_x.Add(1);")]
    public async Task What_instances_alone_use_becomes_theirs(string before, string after, string use) => await AssertFix(Instance, before, after, use);

    [Theory]
    [InlineData("private static int _x;", "_x = 1;")]
    [InlineData("private static int _x;", "(_x, _) = (1, 2);")]
    [InlineData("private static int _x;", "int.TryParse(\"1\", out _x);")]
    [InlineData("private static int _x;", "_x++;")]
    [InlineData("private static int _x;", "ref int y = ref _x; y = 2;")]
    public async Task What_is_assigned_does_not_become_readonly(string member, string use) =>
        Assert.DoesNotContain(ReadOnly, (await Fix(Source(member, use))).Titles);

    [Theory]
    [InlineData("private static int _x; private static int Read() => _x;", "")]
    [InlineData("private static int _x;", "Sample._x = 1;")]
    public async Task What_others_use_does_not_become_the_instances(string member, string use) =>
        Assert.DoesNotContain(Instance, (await Fix(Source(member, use))).Titles);

    private static async Task AssertFix(string title, string before, string after, string use) =>
        Assert.Equal(Source(after, use), await (await Fix(Source(before, use))).Apply(title));

    private static Task<Fixing> Fix(string source) => Fixing.Of<MutableStaticAnalyzer, MutableStaticFix>(source);

    private static string Source(string member, string use) => $$"""
        using System.Collections.Generic;
        using Backtest;

        [Strategy("sample")]
        public sealed partial class Sample
        {
            {{member}}

            public void OnBar(BarEvent bar, ISignals signals)
            {
                {{use}}
            }
        }
        """;
}
