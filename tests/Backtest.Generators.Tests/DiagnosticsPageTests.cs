using System.Text.RegularExpressions;

namespace Backtest.Tests;

public sealed partial class DiagnosticsPageTests
{
    [Fact]
    public void Every_diagnostic_has_a_section_on_the_page_its_help_leads_to()
    {
        string[] ids =
        [
            .. new[] { "Backtest.Generators", "Backtest.Analyzers" }
                .SelectMany(project => Id().Matches(Read($"generators/{project}/AnalyzerReleases.Unshipped.md")))
                .Select(match => match.Value),
        ];
        string[] sections = [.. Section().Matches(Read("docs/diagnostics.md")).Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(ids);
        Assert.Equal(ids, sections);
    }

    private static string Read(string path)
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent!;
        return File.ReadAllText(Path.Combine(folder.FullName, path));
    }

    [GeneratedRegex("^BT[0-9]{4}", RegexOptions.Multiline)]
    private static partial Regex Id();

    [GeneratedRegex("^## (BT[0-9]{4})$", RegexOptions.Multiline)]
    private static partial Regex Section();
}
