using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Backtest.Reporting;

/// <summary>Composes a page: markup, style, scripts, the chart library and the data, in one file without external resources.</summary>
internal static class PageWriter
{
    /// <summary>The scripts in order of dependency; the page contains them as one.</summary>
    private static readonly string[] Scripts =
    [
        "payload", "format", "dom", "chart", "table", "texts", "lines", "curves", "fan", "bars", "heatmap", "parallel", "timeline", "flow", "graph", "candles",
        "trade", "page",
    ];

    /// <summary>Writes the page.</summary>
    /// <param name="page">Receives the page.</param>
    /// <param name="title">Its title.</param>
    /// <param name="subtitle">Its subtitle; title and subtitle are visible before any script has run.</param>
    /// <param name="data">The packed document and columns.</param>
    public static void Write(TextWriter page, string title, string subtitle, string data)
    {
        string style = Asset("page.css");
        string library = Asset("echarts.js");
        string script = "\n'use strict';\n" + string.Join('\n', Scripts.Select(name => Asset($"scripts/{name}.js")));
        // Allow exactly these scripts, whatever a name in the data contains.
        string policy = $"default-src 'none'; script-src '{Hash(script)}' '{Hash(library)}'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["policy"] = policy,
            ["title"] = WebUtility.HtmlEncode(title),
            ["subtitle"] = WebUtility.HtmlEncode(subtitle),
            ["style"] = style,
            ["script"] = script,
            ["library"] = PackedPage.Pack(library),
            ["data"] = data,
        };
        Fill(page, Asset("page.html"), parts);
    }

    // Fill all placeholders in one pass, so that inserted text is never taken for a placeholder.
    private static void Fill(TextWriter page, string template, Dictionary<string, string> parts)
    {
        int at = 0;
        for (int open = template.IndexOf("{{", StringComparison.Ordinal); open >= 0; open = template.IndexOf("{{", at, StringComparison.Ordinal))
        {
            int close = template.IndexOf("}}", open, StringComparison.Ordinal);
            page.Write(template.AsSpan(at, open - at));
            page.Write(parts[template[(open + 2)..close]]);
            at = close + 2;
        }

        page.Write(template.AsSpan(at));
    }

    private static string Hash(string script) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}";

    private static string Asset(string name)
    {
        using Stream stream = typeof(PageWriter).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The page has no part '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
