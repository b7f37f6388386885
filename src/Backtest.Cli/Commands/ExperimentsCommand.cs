using System.CommandLine;
using System.Text.Json.Nodes;
using Backtest.Cli.Experiments;
using Backtest.Cli.Output;
using Backtest.Cli.Runs;
using Backtest.Reporting;
using Backtest.Research;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest experiments</c>: shows the searches in the ledger.</summary>
internal static class ExperimentsCommand
{
    private const string Named = "name, the beginning of its id, folder or a part of the folder's name, or latest";

    public static Command Create() => new("experiments", "Shows the searches in a ledger, and their trials.")
    {
        CreateList(),
        CreateShow(),
        CreateBest(),
        CreateCompare(),
        CreateExport(),
        CreateReport(),
    };

    private static Command CreateList()
    {
        LedgerInput ledger = new();
        Option<bool> json = Options.Json();
        Command command = new("list", "Lists all searches, newest first, and the number of trials of each family.") { json };
        ledger.AddTo(command);
        command.SetAction(parsed => ledger.Use(parsed, opened =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonText.Write(output, ExperimentsText.ListJson(opened));
            else
                ExperimentsText.WriteList(output, opened);
        }));
        return command;
    }

    private static Command CreateShow()
    {
        LedgerInput ledger = new();
        Argument<string> name = Name("EXPERIMENT");
        Option<bool> json = Options.Json();
        Command command = new("show", "Shows a search: what was searched, the outcome, and its best trials.") { name, json };
        ledger.AddTo(command);
        command.SetAction(parsed => ledger.Use(parsed, opened =>
        {
            StoredExperiment found = StoredExperiment.Find(opened, parsed.GetRequiredValue(name));
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonText.Write(output, JsonNode.Parse(found.Entry.Document)!);
            else
                ExperimentsText.WriteOne(output, opened, found);
        }));
        return command;
    }

    private static Command CreateBest()
    {
        LedgerInput ledger = new();
        Argument<string> name = Name("EXPERIMENT");
        Option<int> count = new("--count") { Description = "The number of trials to show.", HelpName = "N", DefaultValueFactory = _ => 10 };
        Command command = new("best", "Shows the best trials of a search, and how to run the best one.") { name, count };
        ledger.AddTo(command);
        command.SetAction(parsed => ledger.Use(parsed, opened => ExperimentsText.WriteBest(
            parsed.InvocationConfiguration.Output, StoredExperiment.Find(opened, parsed.GetRequiredValue(name)), parsed.GetValue(count))));
        return command;
    }

    private static Command CreateCompare()
    {
        LedgerInput ledger = new();
        Argument<string[]> names = new("EXPERIMENT")
        {
            Description = $"The searches, each by {Named}.",
            Arity = new ArgumentArity(2, 8),
        };
        Command command = new("compare", "Shows the best trials of searches side by side.") { names };
        ledger.AddTo(command);
        command.SetAction(parsed => ledger.Use(parsed, opened => ExperimentsText.WriteComparison(
            parsed.InvocationConfiguration.Output,
            [.. parsed.GetRequiredValue(names).Select(name => StoredExperiment.Find(opened, name))])));
        return command;
    }

    private static Command CreateExport()
    {
        LedgerInput ledger = new();
        Argument<string> name = Name("EXPERIMENT");
        Argument<string> file = new("FILE") { Description = "The file to write: .csv or .parquet." };
        Command command = new("export", "Writes the trials of a search as a table.") { name, file };
        ledger.AddTo(command);
        command.SetAction(parsed => ledger.Use(parsed, opened =>
        {
            StoredExperiment found = StoredExperiment.Find(opened, parsed.GetRequiredValue(name));
            found.Export(parsed.GetRequiredValue(file));
            parsed.InvocationConfiguration.Output.WriteLine($"{parsed.GetValue(file)}: {found.Trials.Count} trials");
        }));
        return command;
    }

    private static Command CreateReport()
    {
        LedgerInput ledger = new();
        Argument<string> name = Name("EXPERIMENT");
        Option<bool> open = Browser.Option();
        Command command = new("report", "Writes the report of a search as a page that opens offline.") { name, open };
        ledger.AddTo(command);
        command.SetAction(parsed => ledger.Use(parsed, opened =>
        {
            StoredExperiment found = StoredExperiment.Find(opened, parsed.GetRequiredValue(name));
            string page = ReportOfRun.Written(() => Report.Write(found, found.Entry.Folder));
            parsed.InvocationConfiguration.Output.WriteLine($"report: {page}");
            if (parsed.GetValue(open))
                Browser.Open(page, parsed.InvocationConfiguration.Error);
        }));
        return command;
    }

    private static Argument<string> Name(string name) => new(name) { Description = $"The search, by {Named}." };
}
