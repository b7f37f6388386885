using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>The stored result of an audit.</summary>
public sealed record AuditRecord
{
    /// <summary>The version of the format; this release writes 1.</summary>
    public int SchemaVersion { get; init; } = AuditRecords.CurrentVersion;

    /// <summary>The hash of the specification that was audited, as a manifest has it under <c>spec</c>.</summary>
    public required string Spec { get; init; }

    /// <summary>The name of the run.</summary>
    public required string Name { get; init; }

    /// <summary>When the audit ended, UTC.</summary>
    public required DateTime AuditedAt { get; init; }

    /// <summary>The release that made the audit.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>The hash of the data's files, or null if the bars came from no file.</summary>
    public string? Data { get; init; }

    /// <summary>The number of runs executed.</summary>
    public required int Runs { get; init; }

    /// <summary>The number of bars after which the future was changed.</summary>
    public required int Cuts { get; init; }

    /// <summary>The findings in words; empty if there were none.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>What the results depend on.</summary>
    public required IReadOnlyList<AuditRemark> Remarks { get; init; }

    /// <summary>What could not be checked.</summary>
    public required IReadOnlyList<string> NotJudged { get; init; }

    /// <summary>Whether there were no findings.</summary>
    [JsonIgnore]
    public bool IsClean => Findings.Count == 0;
}

/// <summary>The audits of a project, one file per specification. A later audit of a specification replaces an earlier one.</summary>
/// <param name="project">The project's folder, which contains its run files.</param>
public sealed class AuditRecords(string project)
{
    /// <summary>The version of the records' format.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The folder of audits within a project's folder.</summary>
    public const string DefaultFolder = ".backtest/audits";

    /// <summary>The folder.</summary>
    public string Folder { get; } = Path.GetFullPath(DefaultFolder, Path.GetFullPath(project));

    /// <summary>Finds the stored audit of a specification.</summary>
    /// <param name="spec">The hash of the specification, as a manifest has it under <c>spec</c>.</param>
    /// <returns>The record, or null if there was no audit.</returns>
    /// <exception cref="InputException">The record cannot be read, or has a later format.</exception>
    public AuditRecord? Find(string spec)
    {
        string file = FileOf(spec);
        if (!File.Exists(file))
            return null;
        try
        {
            AuditRecord record = JsonSerializer.Deserialize(File.ReadAllText(file), AuditJson.Readable.AuditRecord)
                ?? throw new JsonException("it is empty");
            return record.SchemaVersion <= CurrentVersion
                ? record
                : throw Unreadable(
                    file, FormattableString.Invariant($"it has version {record.SchemaVersion}, but this release reads versions up to {CurrentVersion}"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Unreadable(file, exception.Message);
        }
    }

    /// <summary>Stores an audit.</summary>
    /// <exception cref="InputException">The record cannot be written.</exception>
    public void Keep(AuditRecord record)
    {
        string file = FileOf(record.Spec);
        try
        {
            Directory.CreateDirectory(Folder);
            // Write atomically: a report may be reading the file.
            WholeFile.Write(file, draft => File.WriteAllText(draft, JsonSerializer.Serialize(record, AuditJson.Readable.AuditRecord) + "\n"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError("audit_record", $"the audit cannot be saved: {exception.Message}")
            {
                Position = new SourcePosition(file),
                Fix = "Check that the project's folder is writable.",
            });
        }
    }

    // Only hashes become file names.
    private string FileOf(string spec) => spec.Length > 0 && spec.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(Folder, $"{spec}.json")
        : throw new ArgumentException($"'{spec}' is not the hash of a specification.", nameof(spec));

    private static InputException Unreadable(string file, string reason) =>
        new(new InputError("audit_record", $"the record of an audit cannot be read: {reason}")
        {
            Position = new SourcePosition(file),
            Fix = "Delete it and audit the run file again.",
        });
}

/// <summary>Serializes records of audits.</summary>
[JsonSerializable(typeof(AuditRecord))]
internal sealed partial class AuditJson : JsonSerializerContext
{
    /// <summary>Indented camelCase, without escaping apostrophes and characters beyond ASCII, because the files are not HTML.</summary>
    public static AuditJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
