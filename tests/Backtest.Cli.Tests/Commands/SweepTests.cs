using System.Text.Json.Nodes;

namespace Backtest.Tests.Commands;

/// <summary>Searches through the tool, and their records in the ledger.</summary>
public sealed class SweepTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_search_ends_with_its_best_trials_and_what_surrounds_them()
    {
        SweepFiles.Write(_folder.Path, "{type: grid}");
        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("neighbors of the best", result.Output);
        Assert.Contains("what sharpe depends on", result.Output);
        Assert.Contains("12 trials: 12 complete", result.Output);
        Assert.Contains("family: sma-cross on ACME; 12 trials ever", result.Output);
        Assert.Matches(@"\n +[0-9]+ +[0-9]+ +[0-9]+ +-?[0-9]+\.[0-9]{2} +-?[0-9,]+\.[0-9]{2}% +[0-9]+\.[0-9]{2}% +[0-9]+\n", result.Output.ReplaceLineEndings("\n"));
        Assert.Contains("12 of 12 trials", result.Error);
        Assert.EndsWith("writing the folders of the best runs\nevaluating the winner and its neighbors\n", result.Error.ReplaceLineEndings("\n"));
        string folder = Assert.Single(Directory.GetDirectories(_folder.Combine("experiments")));
        Assert.Equal(["experiment.json", "report.html", "report.json", "returns.parquet", "trials.parquet"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Assert.Contains($"report: {Path.Combine(folder, "report.html")}", result.Output);
        Assert.Equal(["1", "2"], Directory.GetDirectories(Path.Combine(folder, "best")).Select(Path.GetFileName).Order());
        JsonArray plugins = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "best", "1", "manifest.json")))!["plugins"]!.AsArray();
        Assert.Equal(["sma-cross", "standard"], plugins.Select(plugin => (string)plugin!["id"]!).Order());
    }

    [Fact]
    public void A_walk_forward_and_a_look_at_the_holdout_are_said_and_counted()
    {
        SweepFiles.Write(_folder.Path, "{type: grid}");
        string[] held =
        [
            "run", "run.yaml", "--json", "--set", "holdout.from=2001-02-01",
        ];
        ToolResult search = Tool.Run(
            _folder.Path, [.. held, "--set", "validation={type: walk_forward, train: {days: 150}, test: {days: 60}}"]);
        Assert.True(search.ExitCode == 0, search.Error);
        JsonNode document = JsonNode.Parse(search.Output)!;
        Assert.Equal(("walk_forward", 5), ((string)document["validation"]!["type"]!, document["validation"]!["windows"]!.AsArray().Count));
        Assert.Equal(0, (int)document["holdout"]!["looks"]!);
        Assert.Contains("--set validation=null --set holdout.look=true", Tool.Run(_folder.Path, "experiments", "best", "search").Output);

        ToolResult look = Tool.Run(
            _folder.Path, [.. held, "--set", "workflow=backtest", "--set", "search=null", "--set", "holdout.look=true"]);
        Assert.True(look.ExitCode == 0, look.Error);
        Assert.Equal(1, (int)JsonNode.Parse(look.Output)!["holdout"]!["looks"]!);
        Assert.Contains("sma-cross on ACME: 12 trials ever, 1 look at held-out days", Tool.Run(_folder.Path, "experiments", "list").Output);
    }

    [Fact]
    public void One_document_has_the_folder_and_the_best_trials()
    {
        SweepFiles.Write(_folder.Path, "{type: random, trials: 5, seed: 2}");
        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--json");

        JsonNode document = JsonNode.Parse(result.Output)!;
        Assert.Equal(5, (int)document["trials"]!);
        Assert.True(Directory.Exists((string)document["experiment"]!));
        Assert.NotEmpty(document["best"]!.AsArray());
        Assert.NotNull(document["best"]![0]!["parameters"]!["fast"]);
    }

    [Fact]
    public void The_ledger_lists_shows_compares_and_exports()
    {
        SweepFiles.Write(_folder.Path, "{type: grid}");
        Assert.Equal(0, Tool.Run(_folder.Path, "run", "run.yaml", "--quiet").ExitCode);
        Assert.Equal(0, Tool.Run(_folder.Path, "run", "run.yaml", "--quiet", "--set", "name=other", "--set", "search.method={type: sobol, trials: 4}").ExitCode);

        string list = Tool.Run(_folder.Path, "experiments", "list").Output;
        Assert.Contains("other", list);
        Assert.Contains("sma-cross on ACME: 12 trials ever", list); // those of the second search are among them
        Assert.Contains("portfolios.main.strategies.cross.parameters.fast", Tool.Run(_folder.Path, "experiments", "show", "search").Output);
        Assert.Contains("best sharpe", Tool.Run(_folder.Path, "experiments", "compare", "search", "other").Output);
        Assert.Equal(0, Tool.Run(_folder.Path, "experiments", "export", "search", "trials.csv").ExitCode);
        string page = Tool.Run(_folder.Path, "experiments", "report", "search").Output.Trim();
        Assert.True(File.Exists(page["report: ".Length..]), page);
        Assert.Equal(13, File.ReadAllLines(_folder.Combine("trials.csv")).Length);
        ToolResult unknown = Tool.Run(_folder.Path, "experiments", "show", "nonsense");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("there is no experiment 'nonsense'", unknown.Error);
    }

    [Fact]
    public void The_best_trial_alone_is_the_run_the_tool_proposes()
    {
        SweepFiles.Write(_folder.Path, "{type: grid}");
        JsonNode best = JsonNode.Parse(Tool.Run(_folder.Path, "run", "run.yaml", "--json").Output)!["best"]![0]!;
        string[] arguments =
        [
            .. Tool.Run(_folder.Path, "experiments", "best", "search").Output.Split('\n').Single(line => line.Contains("backtest run FILE"))
                .Trim().Replace("'", "", StringComparison.Ordinal).Replace("FILE", "run.yaml", StringComparison.Ordinal).Split(' ').Skip(1),
        ];
        JsonNode alone = JsonNode.Parse(Tool.Run(_folder.Path, [.. arguments, "--json"]).Output)!;
        Assert.Equal((string)best["hash"]!, (string)alone["manifest"]!["eventStreamHash"]!);
    }

    [Fact]
    public void A_search_is_validated_as_a_run_is()
    {
        SweepFiles.Write(_folder.Path, "{type: grid}");
        Assert.Equal(0, Tool.Run(_folder.Path, "validate", "run.yaml").ExitCode);
        ToolResult wrong = Tool.Run(_folder.Path, "validate", "run.yaml", "--set", "search.method.type=gird");
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("there is no search method 'gird'", wrong.Error);
        ToolResult path = Tool.Run(_folder.Path, "validate", "run.yaml", "--set", "search.parameters.fast.path=portfolios.main.strategies.cross.parameters.fats");
        Assert.Equal(2, path.ExitCode);
        Assert.Contains("'fats' is not known here", path.Error);
    }
}
