using System.Text.Json.Nodes;

namespace Backtest.Tests;

/// <summary>Projects created by <c>backtest new</c> work at once, whatever their name.</summary>
public sealed class NewProjectTests(NewProjects projects, ITestOutputHelper output) : IClassFixture<NewProjects>
{
    private const string SearchMethod = "search-method";
    private const string Solution = "solution";

    /// <summary>Names that are awkward in code; other kinds get plain ones.</summary>
    private static readonly Dictionary<string, string> AwkwardNames = new()
    {
        ["bar-source"] = "acme.ticks-2",
        ["classifier"] = "3ducks",
        ["risk-manager"] = "Öl-Preis",
    };

    [Theory]
    [InlineData("strategy", "acme.mean-reversion")]
    [InlineData(Solution, "Event")]
    public async Task A_new_project_builds_without_a_warning_passes_its_tests_and_runs(string kind, string name)
    {
        string folder = await projects.New(kind, name);

        await Test(folder, kind);
        await Run(folder, kind);
    }

    /// <summary>They are built together, since most of the time goes into starting a build.</summary>
    [Fact]
    public async Task New_projects_of_all_kinds_do_so_too()
    {
        string[] kinds = [.. NewProjects.Kinds.Except([Solution])];
        Assert.Empty(AwkwardNames.Keys.Append(SearchMethod).Except(kinds));
        string[] folders = [.. await Task.WhenAll(kinds.Select(kind => projects.New(kind, AwkwardNames.GetValueOrDefault(kind, $"Acme.New.{kind}"))))];

        await Test(projects.Join(folders), $"{kinds.Length} kinds");
        foreach ((string kind, string folder) in kinds.Zip(folders))
            await Run(folder, kind);
    }

    private async Task Test(string folder, string kind)
    {
        Step test = (await projects.Dotnet(folder, "test")).Succeeded();
        output.WriteLine($"{test.Elapsed.TotalSeconds:0.0} s from {kind} to green");
        Assert.Contains("failed: 0", test.Output);
        Assert.DoesNotContain("warning", test.Output);
    }

    private async Task Run(string folder, string kind)
    {
        // Runs what F5 starts in Visual Studio Code: the tool with these arguments, in this folder.
        JsonNode[] configurations = [.. JsonNode.Parse(File.ReadAllText(Path.Combine(folder, ".vscode", "launch.json")))!["configurations"]!.AsArray().OfType<JsonNode>()];
        Step run = (await projects.Backtest(folder, [.. configurations[0]["args"]!.AsArray().Select(argument => (string)argument!)])).Succeeded();
        Assert.Matches(kind == SearchMethod ? "20 trials: 20 complete" : "[1-9][0-9]* fills", run.Output);
        Assert.True(File.Exists(((string)configurations[1]["program"]!).Replace("${workspaceFolder}", folder, StringComparison.Ordinal)));

        // Checks what F5 starts in Visual Studio and Rider.
        Assert.All(Directory.EnumerateFiles(folder, "launchSettings.json", SearchOption.AllDirectories), file =>
        {
            JsonNode profile = JsonNode.Parse(File.ReadAllText(file))!["profiles"]!["run.yaml"]!;
            string start = ((string)profile["workingDirectory"]!).Replace("$(MSBuildProjectDirectory)", Path.Combine(file, "..", ".."), StringComparison.Ordinal);
            Assert.Equal("backtest run run.yaml", $"{profile["executablePath"]} {profile["commandLineArgs"]}");
            Assert.Equal(folder, Path.GetFullPath(start));
        });
    }
}
