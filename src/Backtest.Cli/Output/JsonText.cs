using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backtest.Cli.Output;

/// <summary>Writes the single document of <c>--json</c>.</summary>
internal static class JsonText
{
    // The document goes to a terminal or a file, never to an HTML page, so it needs no more escaping than JSON requires.
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(TextWriter output, JsonNode document) => output.WriteLine(document.ToJsonString(Format));
}
