using System.Text.Json.Nodes;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>A small CSV file next to the data: its path, or a map of its path and the character that begins a comment line.</summary>
internal sealed class RecordFileKind : ValueKind<RecordFileKind.RecordFile?>
{
    private static readonly Key<RecordFile, string> Path =
        new("path", Kinds.Text, file => file.Path, "The file, relative to the run file.") { IsRequired = true };

    private static readonly Key<RecordFile, char?> Comment = new(
        "comment", Kinds.Maybe(Kinds.Letter), file => file.Comment, "The character that begins a comment line. Default: there are no comment lines.");

    private static readonly ObjectKind<RecordFile> Map = new([Path, Comment], map => new RecordFile(map.Get(Path), map.Get(Comment)));

    /// <inheritdoc/>
    public override RecordFile? Read(Place place) =>
        place.Node is ParameterMap ? Map.Read(place) : Kinds.Text.Read(place) is { } path ? new RecordFile(path, Comment: null) : null;

    /// <inheritdoc/>
    public override JsonNode? Write(RecordFile? value) => value switch
    {
        null => null,
        { Comment: null } => value.Path,
        _ => Map.Write(value),
    };

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema) =>
        new() { ["oneOf"] = new JsonArray(Kinds.Text.Describe(schema), Map.Describe(schema)) };

    /// <summary>The file.</summary>
    /// <param name="Path">Its path.</param>
    /// <param name="Comment">The character that begins a comment line, or null if there is none.</param>
    internal sealed record RecordFile(string Path, char? Comment)
    {
        /// <summary>A file that may be left out.</summary>
        public static RecordFile? Of(string? path, char? comment) => path is null ? null : new RecordFile(path, comment);
    }
}
