using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backtest.Cli.Output;

/// <summary>Writes the one document of <c>--json</c>.</summary>
internal static class JsonText
{
    // The document goes to a terminal or a file, never into a page: no need to escape more than JSON does.
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(TextWriter output, JsonNode document) => output.WriteLine(document.ToJsonString(Format));
}
