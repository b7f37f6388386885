using System.Text.Encodings.Web;
using System.Text.Json;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The inputs of the run: regimes, plugins, files, configuration, hashes.</summary>
internal sealed class RecordPanel : IPanel<IRunContext>
{
    private const int MostProbabilities = 1500;
    private static readonly JsonSerializerOptions Indented = new()
    { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public ReportSection? Build(IRunContext context)
    {
        Manifest manifest = context.Run.Manifest;
        return new ReportSection("record", "Record",
        [
            .. RegimeBlocks(context.Run),
            new PreformattedBlock(RunTree.Of(manifest.Config)) { Title = "Tree" },
            Flow(context.Run),
            new FiguresBlock(Figures(manifest)) { Title = "Work" },
            Facts(context.Run),
            .. manifest.Plugins.Count > 0 ? [Plugins(manifest)] : Array.Empty<Block>(),
            .. manifest.Data.Count > 0 ? [Files(manifest)] : Array.Empty<Block>(),
            new PreformattedBlock(manifest.Config.ToJsonString(Indented)) { Title = "Configuration", Note = "As it was run, including defaults." },
        ])
        { Folded = true };
    }

    private static IReadOnlyList<Figure> Figures(Manifest manifest) =>
    [
        new Figure("barsProcessed", "Bars", manifest.BarsProcessed, Format.Integer),
        new Figure("elapsedSeconds", "Time taken", manifest.ElapsedSeconds, Format.Seconds),
        new Figure("indicatorsRequested", "Indicators requested", manifest.Indicators.Requested, Format.Integer),
        new Figure("indicatorsComputed", "Indicators computed", manifest.Indicators.Computed, Format.Integer) { Note = "each distinct one only once" },
    ];

    /// <summary>The number of events by stage, with the time each stage took.</summary>
    private static TableBlock Flow(StoredRun run)
    {
        Manifest manifest = run.Manifest;
        StageTimes? times = manifest.StageSeconds;
        (string Stage, double Events, double? Seconds)[] stages =
        [
            ("bars", manifest.BarsProcessed, times?.Reading),
            ("indicators", manifest.Indicators.Computed, times?.Indicators),
            ("regimes", Count("regimes", () => run.Regimes.Length), null),
            ("signals", Count("signals", () => run.Signals.Length), times?.Trading),
            ("orders", Count("orders", () => run.Orders.Length), null),
            ("fills", Count("fills", () => run.Fills.Length), null),
            ("trades", Count("trades", () => run.Trades.Length), null),
            ("tables", double.NaN, times?.Recording),
        ];
        return new TableBlock("flow",
        [
            new("stage", "Stage", TextColumn.Of(stages, stage => stage.Stage), Format.Text),
            new("events", "Events", NumberColumn.Of(stages, stage => stage.Events), Format.Integer),
            new("seconds", "Time", NumberColumn.Of(stages, stage => stage.Seconds ?? double.NaN), Format.Seconds),
        ])
        {
            Title = "Event flow",
            Note = "Events flow from the top down. Each distinct indicator is counted once. The time of regimes is included in that of indicators, the time of orders, fills and trades in that of signals.",
        };

        double Count(string table, Func<int> count) => run.Has(table) ? count() : double.NaN;
    }

    private static TableBlock Facts(StoredRun run)
    {
        Manifest manifest = run.Manifest;
        (string Name, string Value)[] facts =
        [
            ("run", run.Id),
            ("started at", $"{manifest.StartedAt:yyyy-MM-dd HH:mm:ss} UTC"),
            ("status", manifest.Status.ToString().ToLowerInvariant()),
            ("engine", manifest.EngineVersion),
            ("seed", manifest.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("event stream hash", manifest.EventStreamHash ?? "not computed"),
            ("configuration hash", manifest.ConfigHash),
            .. manifest.ContainerHashes.Select(hash => ($"hash of {hash.Key}", hash.Value)),
        ];
        return new TableBlock("facts", [new("name", "Fact", TextColumn.Of(facts, fact => fact.Name), Format.Text),
            new("value", "Value", TextColumn.Of(facts, fact => fact.Value), Format.Text)])
        { Title = "Identity" };
    }

    private static TableBlock Plugins(Manifest manifest) => new("plugins",
    [
        new("id", "Plugin", TextColumn.Of(manifest.Plugins, plugin => plugin.Id), Format.Text),
        new("package", "Package", TextColumn.Of(manifest.Plugins, plugin => plugin.Package), Format.Text),
        new("version", "Version", TextColumn.Of(manifest.Plugins, plugin => plugin.Version), Format.Text),
        new("sha256", "SHA-256", TextColumn.Of(manifest.Plugins, plugin => plugin.Sha256), Format.Text),
    ])
    { Title = "Plugins" };

    private static TableBlock Files(Manifest manifest) => new("files",
    [
        new("path", "File", TextColumn.Of(manifest.Data, file => file.Path), Format.Text),
        new("rows", "Rows", NumberColumn.Of(manifest.Data, file => file.Rows), Format.Integer),
        new("skipped_rows", "Skipped", NumberColumn.Of(manifest.Data, file => file.SkippedRows), Format.Integer),
        new("ignored_columns", "Ignored columns",
            TextColumn.Of(manifest.Data, file => file.IgnoredColumns.Count > 0 ? string.Join(", ", file.IgnoredColumns) : null), Format.Text),
        new("sha256", "SHA-256", TextColumn.Of(manifest.Data, file => file.Sha256), Format.Text),
    ])
    { Title = "Files" };

    private static IEnumerable<Block> RegimeBlocks(StoredRun run)
    {
        foreach (var changes in run.Regimes.GroupBy(row => (row.Classifier, row.Symbol)).Take(4))
        {
            string name = changes.Key.Symbol is { } symbol ? $"{changes.Key.Classifier} {symbol}" : changes.Key.Classifier;
            RegimeTransitions transitions = RegimeTransitions.Of(changes.Select(row => row.Regime));
            if (transitions.Regimes.Count > 1)
            {
                yield return new MatrixBlock(transitions.Regimes, transitions.Regimes, new NumberColumn(transitions.Shares), Format.Percent)
                {
                    Title = $"Changes of regime: {name}",
                    Note = "The share of changes from the regime of a row that led to the regime of a column.",
                };
            }
        }

        foreach (var classifier in run.RegimeProbabilities.GroupBy(row => (row.Classifier, row.Symbol)).Take(2))
        {
            Line[] lines = [.. classifier.GroupBy(row => row.Regime)
                .Select(regime => ThinnedLine.Of(regime.Key, [.. regime.Select(row => row.Time)], [.. regime.Select(row => row.Probability)],
                MostProbabilities))];
            yield return new LinesBlock(lines, Format.Percent)
            { Title = $"Probabilities: {classifier.Key.Classifier} {classifier.Key.Symbol}".TrimEnd() };
        }
    }
}
