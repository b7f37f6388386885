using System.Globalization;
using System.Text.Json.Nodes;
using Backtest.Cli.Output;
using Backtest.Research;
using Spectre.Console;

namespace Backtest.Cli.Experiments;

/// <summary>Writes the searches in the ledger as text.</summary>
internal static class ExperimentsText
{
    private const int ShortId = 8;

    public static void WriteList(TextWriter output, ITrialLedger ledger)
    {
        IAnsiConsole console = Open(output);
        IReadOnlyList<ExperimentEntry> experiments = ledger.Experiments();
        if (experiments.Count == 0)
        {
            console.WriteLine($"{ledger.Location} has no experiments yet. Run a file with workflow: sweep to create one.");
            return;
        }

        Table table = Consoles.CreateTable("id", "name", "begun", "status", "family");
        foreach (ExperimentEntry entry in experiments)
        {
            table.AddRow(
                entry.Id[..ShortId],
                Markup.Escape(entry.Name),
                entry.CreatedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                ExperimentStates.Text(ExperimentStates.Of(ledger, entry)),
                Markup.Escape(entry.Family));
        }

        console.WriteFitted(table);
        console.WriteLine();
        foreach (FamilyEntry family in ledger.Families())
        {
            string looks = family.HoldoutLooks == 0 ? "" : string.Create(
                CultureInfo.InvariantCulture, $", {family.HoldoutLooks:N0} {(family.HoldoutLooks == 1 ? "look" : "looks")} at held-out days");
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{family.Name}: {family.Trials:N0} trials ever{looks}"));
        }
    }

    public static JsonObject ListJson(ITrialLedger ledger) => new()
    {
        ["ledger"] = ledger.Location,
        ["experiments"] = new JsonArray([.. ledger.Experiments().Select(entry => new JsonObject
        {
            ["id"] = entry.Id,
            ["name"] = entry.Name,
            ["createdAt"] = entry.CreatedAt,
            ["status"] = ExperimentStates.Text(ExperimentStates.Of(ledger, entry)),
            ["family"] = entry.Family,
            ["folder"] = entry.Folder,
        })]),
        ["holdoutLooks"] = new JsonObject(ledger.Families().Select(family => KeyValuePair.Create(family.Name, (JsonNode?)family.HoldoutLooks))),
        ["families"] = new JsonObject(ledger.Families().Select(family => KeyValuePair.Create(family.Name, (JsonNode?)family.Trials))),
    };

    public static void WriteOne(TextWriter output, ITrialLedger ledger, StoredExperiment experiment)
    {
        IAnsiConsole console = Open(output);
        ExperimentEntry entry = experiment.Entry;
        string reason = ExperimentStates.ReasonOf(ledger, entry) is { } why ? $": {why}" : "";
        console.WriteLine($"{entry.Name} ({entry.Id[..ShortId]}), {ExperimentStates.Text(ExperimentStates.Of(ledger, entry))}{reason}");
        foreach (string parameter in experiment.Parameters)
            console.WriteLine($"  {parameter}: {experiment.PathOf(parameter)}");
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{experiment.Trials.Count:N0} trials have ended; family {entry.Family}: {ledger.CountOf(entry.Family):N0} trials ever"));
        console.WriteLine($"folder: {entry.Folder}");
        WriteTrials(console, experiment, count: 10);
    }

    public static void WriteBest(TextWriter output, StoredExperiment experiment, int count)
    {
        IAnsiConsole console = Open(output);
        WriteTrials(console, experiment, count);
        if (experiment.Ranked is not [var best, ..])
            return;
        JsonObject values = best.Parameters;
        console.WriteLine();
        console.WriteLine("to run only the best one:");
        // Do not wrap a command: it is pasted whole.
        string without = experiment.Document["validation"] is null ? "" : "--set validation=null ";
        string sets = string.Join(
            ' ', experiment.Parameters.Select(parameter => $"--set '{experiment.PathOf(parameter)}={TrialsTableView.Describe(values[parameter])}'"));
        output.WriteLine($"  backtest run FILE --set workflow=backtest --set search=null {without}{sets}");
        if (experiment.Document["holdout"] is null)
            return;
        console.WriteLine("and on the held-out days, which is counted as a look at them:");
        output.WriteLine($"  backtest run FILE --set workflow=backtest --set search=null {without}--set holdout.look=true {sets}");
    }

    public static void WriteComparison(TextWriter output, IReadOnlyList<StoredExperiment> experiments)
    {
        IAnsiConsole console = Open(output);
        Table table = Consoles.CreateTable(["", .. experiments.Select(experiment => Markup.Escape($"{experiment.Entry.Name} {experiment.Entry.Id[..ShortId]}"))]);
        Row("trials", experiment => experiment.Trials.Count.ToString("N0", CultureInfo.InvariantCulture));
        Row("family", experiment => experiment.Entry.Family);
        foreach (string goal in experiments.SelectMany(experiment => experiment.Goals).Select(goal => goal.Name).Distinct())
            Row($"best {goal}", experiment => FigureOf(experiment, goal));
        foreach (string metric in new List<string> { "total_return", "cagr", "sharpe", "max_drawdown", "trades", "turnover" })
            Row($"{metric} of the best", experiment => TrialsTableView.Format(metric, Best(experiment)?.Metric(metric)));
        foreach (string parameter in experiments.SelectMany(experiment => experiment.Parameters).Distinct())
            Row(parameter, experiment => TrialsTableView.Describe(Best(experiment)?.Parameters[parameter]));
        console.WriteFitted(table);

        void Row(string name, Func<StoredExperiment, string> cell) =>
            table.AddRow([Markup.Escape(name), .. experiments.Select(experiment => Markup.Escape(cell(experiment)))]);
    }

    private static TrialResult? Best(StoredExperiment experiment) => experiment.Ranked.Count > 0 ? experiment.Ranked[0] : null;

    private static string FigureOf(StoredExperiment experiment, string goal)
    {
        int place = experiment.Goals.Index().Where(item => item.Item.Name == goal).Select(item => item.Index).FirstOrDefault(-1);
        return TrialsTableView.Format(goal, place < 0 ? null : Best(experiment)?.Objectives[place]);
    }

    private static void WriteTrials(IAnsiConsole console, StoredExperiment experiment, int count)
    {
        if (experiment.Ranked.Count > 0)
            console.WriteFitted(TrialsTableView.Create(experiment.Parameters, experiment.Goals, experiment.Ranked.Take(count)));
        else
            console.WriteLine("no trial can be ranked: none has a value of the objective");
    }

    private static IAnsiConsole Open(TextWriter output) => Consoles.Create(output, Consoles.OutputIsTerminal);
}
