using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>The inputs of the search.</summary>
internal sealed class SearchRecordPanel : IPanel<SearchContext>
{
    private static readonly JsonSerializerOptions Indented = new()
    { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public ReportSection? Build(SearchContext context)
    {
        StoredExperiment experiment = context.Experiment;
        JsonObject document = experiment.Document;
        (string Name, string Value)[] facts =
        [
            ("experiment", experiment.Entry.Id),
            ("started at", $"{experiment.Entry.CreatedAt:yyyy-MM-dd HH:mm:ss} UTC"),
            ("status", experiment.Entry.Status.ToString().ToLowerInvariant()),
            ("family", experiment.Entry.Family),
            ("data", (string?)document["data"] ?? ""),
            ("engine", (string?)document["engineVersion"] ?? ""),
            ("points", document["space"]?["points"]?.ToJsonString() ?? "infinite"),
        ];
        return new ReportSection("record", "Record",
        [
            new TableBlock("facts", [new("name", "Fact", TextColumn.Of(facts, fact => fact.Name), Format.Text),
                new("value", "Value", TextColumn.Of(facts, fact => fact.Value), Format.Text)])
            { Title = "Identity" },
            new PreformattedBlock(document["search"]!.ToJsonString(Indented)) { Title = "Search", Note = "As it was run, including defaults." },
        ])
        { Folded = true };
    }
}
