using Backtest.Analyzers;

namespace Backtest.Tests;

public sealed class HashOrderAnalyzerTests
{
    [Theory]
    [InlineData("HashSet<string> table = []; foreach (string item in table) _ = item;", "table", "HashSet")]
    [InlineData("Dictionary<string, int> table = []; foreach (var (name, _) in table) _ = name;", "table", "Dictionary")]
    [InlineData("Dictionary<Instrument, int> table = []; foreach (int item in table.Values) _ = item;", "table.Values", "Dictionary")]
    [InlineData("var table = ImmutableHashSet<string>.Empty; foreach (string item in table) _ = item;", "table", "ImmutableHashSet")]
    public async Task Going_through_a_table_of_texts_or_objects_is_reported(string statement, string place, string table)
    {
        Found found = Assert.Single(await Analysis.Of<HashOrderAnalyzer>(Plugins.OnBar(statement)));
        Assert.Equal(("BT0113", place), (found.Id, found.Text));
        Assert.Equal(
            $"'{table}' has no defined order, and hash codes of strings and objects differ between runs; sort it before iterating, or keep a list as well",
            found.Message);
    }

    [Theory]
    [InlineData("HashSet<int> table = []; foreach (int item in table) _ = item;")]
    [InlineData("List<string> list = []; foreach (string item in list) _ = item;")]
    [InlineData("Dictionary<string, int> table = []; foreach (string item in table.Keys.Order(StringComparer.Ordinal)) _ = item;")]
    [InlineData("Dictionary<string, int> table = []; _ = table.GetValueOrDefault(\"a\");")]
    public async Task What_has_an_order_is_not(string statement) => Assert.Empty(await Analysis.Of<HashOrderAnalyzer>(Plugins.OnBar(statement)));
}
