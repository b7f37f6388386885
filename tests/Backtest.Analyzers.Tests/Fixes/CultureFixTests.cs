using Backtest.Analyzers;
using Backtest.CodeFixes;

namespace Backtest.Tests.Fixes;

public sealed class CultureFixTests
{
    [Theory]
    [InlineData("_ = bar.Close.ToString();", "_ = bar.Close.ToString(CultureInfo.InvariantCulture);")]
    [InlineData("_ = bar.Close.ToString(\"F2\");", "_ = bar.Close.ToString(\"F2\", CultureInfo.InvariantCulture);")]
    [InlineData("_ = bar.Close.ToString(\"F2\", null);", "_ = bar.Close.ToString(\"F2\", CultureInfo.InvariantCulture);")]
    [InlineData("_ = names[0]?.ToUpper();", "_ = names[0]?.ToUpperInvariant();")]
    [InlineData("_ = double.Parse(\"1\");", "_ = double.Parse(\"1\", CultureInfo.InvariantCulture);")]
    [InlineData("_ = double.TryParse(\"1\", out double _);", "_ = double.TryParse(\"1\", CultureInfo.InvariantCulture, out double _);")]
    [InlineData("_ = $\"at {bar.Close}\";", "_ = string.Create(CultureInfo.InvariantCulture, $\"at {bar.Close}\");")]
    [InlineData("_ = string.Format(\"{0}\", bar.Close);", "_ = string.Format(CultureInfo.InvariantCulture, \"{0}\", bar.Close);")]
    [InlineData("_ = bar.Symbol.ToLower();", "_ = bar.Symbol.ToLowerInvariant();")]
    [InlineData("_ = bar.Symbol.StartsWith(\"a\");", "_ = bar.Symbol.StartsWith(\"a\", StringComparison.Ordinal);")]
    [InlineData("_ = bar.Symbol.CompareTo(\"a\");", "_ = string.CompareOrdinal(bar.Symbol, \"a\");")]
    [InlineData("_ = string.Compare(bar.Symbol, \"a\");", "_ = string.CompareOrdinal(bar.Symbol, \"a\");")]
    [InlineData("_ = new SortedSet<string>();", "_ = new SortedSet<string>(StringComparer.Ordinal);")]
    [InlineData("_ = names.OrderBy(name => name);", "_ = names.OrderBy(name => name, StringComparer.Ordinal);")]
    public async Task Text_becomes_the_same_everywhere(string before, string after) => Assert.Equal(
        Source(after, "using System.Globalization;\n"), await (await Fix(Source(before, "using System.Globalization;\n"))).Apply());

    [Fact]
    public async Task The_using_it_needs_is_added() => Assert.Equal(
        Source("_ = bar.Close.ToString(CultureInfo.InvariantCulture);", "using System.Globalization;\n"),
        await (await Fix(Source("_ = bar.Close.ToString();", ""))).Apply());

    [Theory]
    [InlineData("_ = bar.End.ToLongDateString();")]
    [InlineData("_ = \"a\" + bar.Close;")]
    [InlineData("_ = names[0]?.CompareTo(\"a\");")]
    public async Task What_has_no_obvious_mend_is_left_to_the_author(string statement) =>
        Assert.Empty((await Fix(Source(statement, ""))).Titles);

    private static Task<Fixing> Fix(string source) => Fixing.Of<CultureAnalyzer, CultureFix>(source);

    private static string Source(string statement, string globalization) => $$"""
        using System;
        using System.Collections.Generic;
        {{globalization}}using System.Linq;
        using Backtest;

        [Strategy("sample")]
        public sealed partial class Sample
        {
            public void OnBar(BarEvent bar, ISignals signals)
            {
                string[] names = [];
                {{statement}}
            }
        }
        """;
}
