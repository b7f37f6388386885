using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Backtest.Research;

/// <summary>Reads and writes the report of what the parts of a run add: <c>ablation.json</c>.</summary>
public static class AblationFiles
{
    private const string Name = "ablation.json";

    /// <summary>Writes the file atomically.</summary>
    /// <param name="folder">The folder, created if missing.</param>
    /// <param name="report">The report.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string folder, AblationReport report) =>
        JsonFile.Write(folder, Name, JsonSerializer.Serialize(report, AblationJson.Readable.AblationReport) + "\n");

    /// <summary>Whether a folder contains the file.</summary>
    public static bool IsAt(string folder) => File.Exists(Path.Combine(folder, Name));

    /// <summary>Reads the file.</summary>
    /// <exception cref="InputException">The file is missing or cannot be read.</exception>
    public static AblationReport Read(string folder)
    {
        string path = Path.Combine(folder, Name);
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), AblationJson.Readable.AblationReport) ?? throw new JsonException("it is empty");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InputException(new InputError("unreadable_file", $"the file cannot be read: {exception.Message.ReplaceLineEndings(" ")}")
            {
                Position = new SourcePosition(path),
                Fix = "Write it again with backtest ablate.",
            });
        }
    }

    /// <summary>The report as JSON.</summary>
    public static JsonNode ToNode(AblationReport report) => JsonSerializer.SerializeToNode(report, AblationJson.Readable.AblationReport)!;
}

/// <summary>Serializes the report.</summary>
[JsonSerializable(typeof(AblationReport))]
internal sealed partial class AblationJson : JsonSerializerContext
{
    /// <summary>Indented camelCase, without escaping characters beyond ASCII, because the file is not HTML.</summary>
    public static AblationJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
