using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Backtest.Results;

/// <summary>Serializes results as JSON: camelCase, doubles in the shortest round-trip form, times as ISO 8601 UTC.</summary>
public static class ResultsJson
{
    private static readonly ResultsJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        // The files are not HTML, so apostrophes and characters beyond ASCII need no escaping.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter<Engine.RunStatus>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<Engine.PortfolioStatus>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<SignalGroup>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<CoefficientKind>(JsonNamingPolicy.SnakeCaseLower),
            new PlainDecimalConverter(),
        },
    });

    /// <summary>A manifest as the text of <c>manifest.json</c>.</summary>
    public static string Write(Manifest manifest) => JsonSerializer.Serialize(manifest, Context.Manifest) + "\n";

    /// <summary>Metrics as the text of <c>metrics.json</c>.</summary>
    public static string Write(RunMetrics metrics) => JsonSerializer.Serialize(metrics, Context.RunMetrics) + "\n";

    /// <summary>A summary as JSON.</summary>
    public static string Write(RunSummary summary) => JsonSerializer.Serialize(summary, Context.RunSummary) + "\n";

    /// <summary>A report of signals as the text of <c>statistics.json</c>.</summary>
    public static string Write(SignalReport report) => JsonSerializer.Serialize(report, Context.SignalReport) + "\n";

    /// <summary>A manifest as a part of a larger document.</summary>
    public static JsonNode ToNode(Manifest manifest) => JsonSerializer.SerializeToNode(manifest, Context.Manifest)!;

    /// <summary>Metrics as a part of a larger document.</summary>
    public static JsonNode ToNode(RunMetrics metrics) => JsonSerializer.SerializeToNode(metrics, Context.RunMetrics)!;

    /// <summary>Prepares the serializers.</summary>
    internal static void MakeReady()
    {
        Context.Manifest.MakeReadOnly();
        Context.RunMetrics.MakeReadOnly();
    }

    /// <summary>Reads the text of <c>manifest.json</c>.</summary>
    /// <exception cref="JsonException">The text is not a manifest.</exception>
    /// <exception cref="InputException">It has a later format.</exception>
    public static Manifest ReadManifest(string text)
    {
        SchemaVersions.Require(text, "manifest", Manifest.CurrentVersion);
        return JsonSerializer.Deserialize(text, Context.Manifest) ?? throw new JsonException("The manifest is empty.");
    }

    /// <summary>Reads a summary.</summary>
    /// <exception cref="JsonException">The text is not a summary.</exception>
    /// <exception cref="InputException">It has a later format.</exception>
    public static RunSummary ReadSummary(string text)
    {
        SchemaVersions.Require(text, "summary", RunSummary.CurrentVersion);
        return JsonSerializer.Deserialize(text, Context.RunSummary) ?? throw new JsonException("The summary is empty.");
    }

    /// <summary>Reads the text of <c>statistics.json</c>.</summary>
    /// <exception cref="JsonException">The text is not a report of signals.</exception>
    /// <exception cref="InputException">It has a later format.</exception>
    public static SignalReport ReadSignalReport(string text)
    {
        SchemaVersions.Require(text, "report of signals", SignalReport.CurrentVersion);
        return JsonSerializer.Deserialize(text, Context.SignalReport) ?? throw new JsonException("The report is empty.");
    }

    /// <summary>Reads the text of <c>metrics.json</c>.</summary>
    /// <exception cref="JsonException">The text does not contain metrics.</exception>
    public static RunMetrics ReadMetrics(string text) =>
        JsonSerializer.Deserialize(text, Context.RunMetrics) ?? throw new JsonException("The metrics are empty.");
}
