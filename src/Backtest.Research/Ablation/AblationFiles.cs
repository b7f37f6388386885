using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Backtest.Research;

/// <summary>What the parts of a run add, as a file: <c>ablation.json</c>.</summary>
public static class AblationFiles
{
    private const string Name = "ablation.json";

    /// <summary>Writes the file; it is there whole or not at all.</summary>
    /// <param name="folder">The folder, which is made where it is missing.</param>
    /// <param name="report">What the parts add.</param>
    /// <exception cref="InputException">Nothing can be written there.</exception>
    public static void Write(string folder, AblationReport report) =>
        JsonFile.Write(folder, Name, JsonSerializer.Serialize(report, AblationJson.Readable.AblationReport) + "\n");

    /// <summary>Whether a folder has the file.</summary>
    public static bool IsAt(string folder) => File.Exists(Path.Combine(folder, Name));

    /// <summary>Reads the file.</summary>
    /// <exception cref="InputException">It is not there, or cannot be read.</exception>
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

/// <summary>How the report is written.</summary>
[JsonSerializable(typeof(AblationReport))]
internal sealed partial class AblationJson : JsonSerializerContext
{
    /// <summary>Indented camelCase, with letters beyond ASCII as they are: the file is no HTML.</summary>
    public static AblationJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
