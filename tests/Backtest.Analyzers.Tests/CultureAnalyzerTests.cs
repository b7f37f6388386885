using Backtest.Analyzers;

namespace Backtest.Tests;

public sealed class CultureAnalyzerTests
{
    [Theory]
    [InlineData("_ = {0}();", "bar.Close.ToString")]
    [InlineData("_ = {0}(\"F2\");", "bar.Close.ToString")]
    [InlineData("_ = {0}(\"F2\", null);", "bar.Close.ToString")]
    [InlineData("_ = {0}();", "bar.End.ToString")]
    [InlineData("_ = {0}(\"yyyy\");", "bar.End.ToString")]
    [InlineData("_ = {0}();", "bar.End.ToLongDateString")]
    [InlineData("_ = {0}(\"N0\");", "5.ToString")]
    [InlineData("_ = {0}(\"1\");", "double.Parse")]
    [InlineData("_ = {0}(\"1\", out decimal _);", "decimal.TryParse")]
    [InlineData("_ = {0}(\"1\");", "DateTime.Parse")]
    [InlineData("_ = {0}(\"1\");", "Convert.ToDouble")]
    [InlineData("_ = {0}(1.5);", "Convert.ToString")]
    [InlineData("_ = {0}();", "bar.Symbol.ToUpper")]
    [InlineData("_ = {0}('a');", "char.ToLower")]
    [InlineData("_ = {0}(\"a\", \"b\");", "string.Compare")]
    [InlineData("_ = {0}(\"a\");", "bar.Symbol.CompareTo")]
    [InlineData("_ = {0}(\"a\");", "bar.Symbol.StartsWith")]
    [InlineData("_ = {0}(\"a\");", "bar.Symbol.IndexOf")]
    [InlineData("_ = {0}(\"{0}\", bar.Close);", "string.Format")]
    [InlineData("_ = {0}(\"a\", bar.Close);", "string.Concat")]
    [InlineData("{0}(bar.Close);", "new StringBuilder().Append")]
    [InlineData("{0}(\"{0}\", bar.Close);", "new StringBuilder().AppendFormat")]
    [InlineData("string[] names = [\"a\"]; _ = {0}(name => name).First();", "names.OrderBy")]
    [InlineData("string[] names = [\"a\"]; {0}(names);", "Array.Sort")]
    [InlineData("List<string> names = [\"a\"]; {0}();", "names.Sort")]
    [InlineData("_ = {0};", "new SortedDictionary<string, int>()")]
    [InlineData("_ = {0};", "$\"{bar.Close}\"")]
    [InlineData("_ = {0};", "$\"{bar.End:d}\"")]
    [InlineData("double? close = bar.Close; _ = {0};", "$\"{close:F2}\"")]
    [InlineData("_ = {0};", "$\"{5:N0}\"")]
    [InlineData("new StringBuilder().Append({0});", "$\"{bar.Close}\"")]
    [InlineData("_ = {0};", "\"a\" + bar.Close")]
    [InlineData("string text = \"\"; {0}; _ = text;", "text += bar.Close")]
    [InlineData("_ = {0};", "CultureInfo.CurrentCulture")]
    [InlineData("_ = {0};", "StringComparer.CurrentCulture")]
    public async Task Text_of_the_machines_culture_is_reported(string statement, string place) => Assert.Equal(
        [place], await Analysis.Underlined<CultureAnalyzer>(Plugins.OnBar(statement.Replace("{0}", place, StringComparison.Ordinal))));

    [Theory]
    [InlineData("_ = bar.Close.ToString(CultureInfo.InvariantCulture);")]
    [InlineData("_ = bar.Close.ToString(\"F2\", CultureInfo.InvariantCulture);")]
    [InlineData("_ = bar.End.ToString(\"O\");")]
    [InlineData("_ = $\"{bar.End:O} {bar.Index} {bar.Symbol} {true} {Direction.Long} {TimeSpan.Zero}\";")]
    [InlineData("_ = 5.ToString() + 5.ToString(\"X2\") + 5;")]
    [InlineData("_ = int.Parse(\"1\") + int.CreateChecked(1);")]
    [InlineData("_ = double.Parse(\"1\", CultureInfo.InvariantCulture);")]
    [InlineData("_ = string.Create(CultureInfo.InvariantCulture, $\"{bar.Close}\");")]
    [InlineData("_ = FormattableString.Invariant($\"{bar.Close}\");")]
    [InlineData("new StringBuilder().Append(CultureInfo.InvariantCulture, $\"{bar.Close}\");")]
    [InlineData("_ = string.Format(CultureInfo.InvariantCulture, \"{0}\", bar.Close);")]
    [InlineData("_ = string.Format(\"{0}\", bar.Symbol);")]
    [InlineData("_ = bar.Symbol.ToUpperInvariant();")]
    [InlineData("_ = string.CompareOrdinal(\"a\", \"b\");")]
    [InlineData("_ = bar.Symbol.StartsWith(\"a\", StringComparison.Ordinal) && bar.Symbol.StartsWith('a') && bar.Symbol.Contains(\"a\");")]
    [InlineData("string[] names = [\"a\"]; _ = names.OrderBy(name => name, StringComparer.Ordinal).First();")]
    [InlineData("string[] names = [\"a\"]; _ = names.OrderBy(name => name.Length).First();")]
    [InlineData("_ = new SortedDictionary<string, int>(StringComparer.Ordinal);")]
    public async Task Text_that_is_the_same_everywhere_is_not(string statement) =>
        Assert.Empty(await Analysis.Of<CultureAnalyzer>(Plugins.OnBar(statement)));

    [Theory]
    [InlineData("_ = bar.Close.ToString();",
        "'ToString' works in the culture of the machine, so results may differ on another machine; use CultureInfo.InvariantCulture")]
    [InlineData("_ = $\"{bar.Close}\";",
        "The interpolated string writes its numbers and times in the culture of the machine, so results may differ on another machine; "
        + "write it as string.Create(CultureInfo.InvariantCulture, $\"…\")")]
    public async Task Message_says_what_to_write_instead(string statement, string message)
    {
        Found found = Assert.Single(await Analysis.Of<CultureAnalyzer>(Plugins.OnBar(statement)));
        Assert.Equal(("BT0111", message), (found.Id, found.Message));
    }
}
