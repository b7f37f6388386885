using System.Text.Json.Nodes;

namespace Backtest.Tests;

/// <summary>What <c>backtest new</c> makes works right away, whatever its name.</summary>
public sealed class NewProjectTests(NewProjects projects, ITestOutputHelper output) : IClassFixture<NewProjects>
{
    [Theory]
    [InlineData("strategy", "acme.mean-reversion")]
    [InlineData("classifier", "3ducks")]
    [InlineData("risk-manager", "Öl-Preis")]
    [InlineData("indicator", "Acme.Zone")]
    [InlineData("bar-source", "Acme.Ticks")]
    [InlineData("solution", "Event")]
    public async Task A_new_project_builds_without_a_warning_passes_its_tests_and_runs(string kind, string name)
    {
        string folder = await projects.New(kind, name);

        Step test = (await projects.Dotnet(folder, "test")).Succeeded();
        output.WriteLine($"{test.Elapsed.TotalSeconds:0.0} s from {kind} to green");
        Assert.Contains("failed: 0", test.Output);
        Assert.DoesNotContain("warning", test.Output);

        // What F5 starts in Visual Studio Code: the tool with these arguments, here.
        JsonNode[] configurations = [.. JsonNode.Parse(File.ReadAllText(Path.Combine(folder, ".vscode", "launch.json")))!["configurations"]!.AsArray().OfType<JsonNode>()];
        Step run = (await projects.Backtest(folder, [.. configurations[0]["args"]!.AsArray().Select(argument => (string)argument!)])).Succeeded();
        Assert.Matches("[1-9][0-9]* fills", run.Output);
        Assert.True(File.Exists(((string)configurations[1]["program"]!).Replace("${workspaceFolder}", folder, StringComparison.Ordinal)));

        // And what it starts in Visual Studio and Rider.
        Assert.All(Directory.EnumerateFiles(folder, "launchSettings.json", SearchOption.AllDirectories), file =>
        {
            JsonNode profile = JsonNode.Parse(File.ReadAllText(file))!["profiles"]!["run.yaml"]!;
            string start = ((string)profile["workingDirectory"]!).Replace("$(MSBuildProjectDirectory)", Path.Combine(file, "..", ".."), StringComparison.Ordinal);
            Assert.Equal("backtest run run.yaml", $"{profile["executablePath"]} {profile["commandLineArgs"]}");
            Assert.Equal(folder, Path.GetFullPath(start));
        });
    }
}
