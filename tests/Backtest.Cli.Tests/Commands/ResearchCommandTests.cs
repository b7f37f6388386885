using System.Text.Json.Nodes;

namespace Backtest.Tests.Commands;

/// <summary><c>backtest run</c> on a research workflow, as a user runs it.</summary>
public sealed class ResearchCommandTests : IDisposable
{
    private static readonly string[] Names = ["one", "two", "regimes", "ensemble", "validate"];

    private readonly TemporaryFolder _folder = new();

    private string Experiment => _folder.Combine("experiments", "phases");

    [Fact]
    public void Steps_are_made_kept_and_made_again_only_where_asked()
    {
        Write();
        ToolResult first = Tool.Run(_folder.Path, "run", "run.yaml");

        Assert.True(first.ExitCode == 0, first.Error);
        string[] lines = first.Output.Split('\n');
        Assert.Equal(Names, lines.Where(line => Names.Contains(line.Trim())).Select(line => line.Trim()));
        Assert.Contains(lines, line => line.StartsWith("States", StringComparison.Ordinal) && line.Contains("BIC", StringComparison.Ordinal));
        Assert.Contains("hmm has 2 from here on", first.Output, StringComparison.Ordinal);
        Assert.Contains("weights were chosen on these days", first.Output, StringComparison.Ordinal);
        Assert.Contains("holding ACME", first.Output, StringComparison.Ordinal);
        Assert.Contains($"research: {Experiment}", first.Output, StringComparison.Ordinal);
        Assert.Contains($"report: {Path.Combine(Experiment, "report.html")}", first.Output, StringComparison.Ordinal);

        Assert.Equal(Names.Order(), Directory.GetDirectories(Experiment).Select(Path.GetFileName).Order());
        Assert.All(Names, name => Assert.Equal(name, (string)Step(name)["step"]!));
        Assert.True(File.Exists(Path.Combine(Experiment, "ensemble", "signals", "signals.parquet")));
        Assert.True(File.Exists(Path.Combine(Experiment, "validate", "run", "manifest.json")));
        Assert.Equal(3, Directory.GetFiles(Experiment, "report.html", SearchOption.AllDirectories).Length); // its own and one per search
        Assert.Equal(2, (int)Step("validate")["sets"]!["classifiers.hmm.parameters.states"]!);
        Assert.Equal(1, (int)Step("validate")["figures"]!["holdout"]!["looks"]!);

        Dictionary<string, DateTime> written = Times();
        ToolResult second = Tool.Run(_folder.Path, "run", "run.yaml", "--json");
        Assert.Equal(Names, second.Json["steps"]!.AsArray().Select(step => (string)step!["step"]!));
        Assert.False((bool)second.Json["interrupted"]!);
        Assert.Equal(written, Times());

        ToolResult again = Tool.Run(_folder.Path, "run", "run.yaml", "--step", "ensemble");
        Assert.Contains("regimes (done before)", again.Output, StringComparison.Ordinal);
        Assert.Equal(["ensemble"], Times().Where(step => step.Value != written[step.Key]).Select(step => step.Key));
    }

    [Fact]
    public void A_step_that_is_not_there_is_told_before_anything_runs()
    {
        Write();
        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--step", "weights");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("no step 'weights'", result.Error, StringComparison.Ordinal);
        Assert.Contains("Available: one, two, regimes, ensemble, validate.", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Experiment));
    }

    public void Dispose() => _folder.Dispose();

    private JsonNode Step(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Experiment, name, "step.json")))!;

    private Dictionary<string, DateTime> Times() =>
        Names.ToDictionary(name => name, name => File.GetLastWriteTimeUtc(Path.Combine(Experiment, name, "step.json")));

    private void Write() => File.WriteAllText(_folder.Combine("run.yaml"), """
        workflow: research
        name: phases
        data:
          source: synthetic
          symbols: [ACME]
          bars: 1000
          timeframe: 1d
          seed: 4
          regimes: [{drift: 0.004, volatility: 0.008, length: 80}, {drift: -0.004, volatility: 0.02, length: 60}]
        holdout: {from: 2002-06-01}
        classifiers:
          - name: hmm
            type: hmm
            reference: ACME
            parameters: {states: 3, train: 250, refit: 0}
            portfolios:
              - name: main
                capital: 100000
                risk: {type: standard, parameters: {sizer: {type: percent_equity, value: 0.9}}}
                strategies:
                  - {name: one, type: sma-cross, parameters: {fast: 2, slow: 5}}
                  - {name: two, type: sma-cross, parameters: {fast: 5, slow: 20}}
        steps:
          one: {type: search, search: {parameters: {side: {path: portfolios.main.strategies.one.parameters.direction, values: [long, both]}}, best: 0}}
          two: {type: search, search: {parameters: {fast: {path: portfolios.main.strategies.two.parameters.fast, values: [3, 8]}}, best: 0}}
          regimes: {type: regimes, after: [one, two], classifier: hmm, states: [2, 3], minimum_trades: 5}
          ensemble: {type: ensemble, after: [regimes], weights: {step: 0.5}}
          validate: {type: holdout, after: [ensemble]}
        """);
}
