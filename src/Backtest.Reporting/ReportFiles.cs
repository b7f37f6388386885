using System.Text.Json;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>Writes the files of a report.</summary>
internal static class ReportFiles
{
    /// <summary>Writes the page and the figures.</summary>
    /// <returns>The path of the page.</returns>
    public static string Write(ReportDocument document, string folder)
    {
        string page = Path.Combine(folder, Report.PageFile);
        WholeFile.Write(page, draft => WritePage(document, draft));
        WholeFile.Write(Path.Combine(folder, Report.FiguresFile), draft => WriteFigures(document, draft));
        return page;
    }

    /// <summary>Writes the page of a report.</summary>
    public static void WritePage(ReportDocument document, string file)
    {
        var columns = new ColumnStore();
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(document, ReportJson.Packed(columns));
        string data = PackedPage.Pack(json, columns.Bytes);
        using StreamWriter page = File.CreateText(file);
        PageWriter.Write(page, document.Name, document.Subtitle, data);
    }

    private static void WriteFigures(ReportDocument document, string file)
    {
        // Bars belong to the data and are not figures of the run.
        ReportDocument figures = document with
        {
            Sections = [.. document.Sections.Select(section =>
            section with { Blocks = [.. section.Blocks.Where(block => block is not CandlesBlock)] })]
        };
        using FileStream stream = File.Create(file);
        JsonSerializer.Serialize(stream, figures, ReportJson.Plain());
        stream.WriteByte((byte)'\n');
    }
}
