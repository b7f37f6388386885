using Backtest.Reporting;

namespace Backtest.Tests;

/// <summary>Pages of the blocks a test is about.</summary>
internal static class Pages
{
    /// <summary>Writes a page of one section.</summary>
    public static string Of(TemporaryFolder folder, params Block[] blocks)
    {
        var document = new ReportDocument { Name = "blocks", Subtitle = "", Sections = [new ReportSection("blocks", "Blocks", blocks)] };
        string path = Path.Combine(folder.Path, "page.html");
        ReportFiles.WritePage(document, path);
        return path;
    }
}
