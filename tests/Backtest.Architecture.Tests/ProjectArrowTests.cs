namespace Backtest.Tests;

/// <summary>Which project may reference which: an arrow not listed here is a mistake.</summary>
public sealed class ProjectArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Backtest.Abstractions"] = [],
        ["Backtest.Indicators"] = ["Backtest.Abstractions"],
        ["Backtest.Sdk"] = ["Backtest.Abstractions", "Backtest.Indicators"],
        ["Backtest.Engine"] = ["Backtest.Abstractions", "Backtest.Indicators"],
        ["Backtest.Configuration"] = ["Backtest.Engine"],
        ["Backtest.Data"] = ["Backtest.Abstractions"],
        ["Backtest.Hosting"] = ["Backtest.Abstractions"],
        ["Backtest.Results"] = ["Backtest.Engine"],
        ["Backtest.Reporting"] = ["Backtest.Research", "Backtest.Results"],
        ["Backtest.Research"] = ["Backtest.Configuration", "Backtest.Results"],
        ["Backtest.Testing"] = ["Backtest.Engine", "Backtest.Hosting"],
        // Its plugins are one reference, with a wildcard as the name.
        ["Backtest"] = ["Backtest.Configuration", "Backtest.Data", "Backtest.Hosting", "Backtest.Research", "Backtest.Results", "*"],
        ["Backtest.Cli"] = ["Backtest.Configuration", "Backtest.Data", "Backtest.Hosting", "Backtest.Reporting", "Backtest.Research", "Backtest.Results", "Backtest.Testing"],
    };

    public static TheoryData<string> Projects => [.. Repository.Projects("src").Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_knows_only_the_projects_it_may_know(string project)
    {
        Assert.True(Allowed.ContainsKey(project), $"{project} is not in the table of arrows; add it together with docs/architecture.md.");
        IReadOnlyList<string> drawn = Repository.References(Repository.Projects("src")[project]);
        Assert.Empty(drawn.Except(Allowed[project]));
    }

    [Fact]
    public void The_library_brings_the_plugins_that_come_with_the_tool_and_names_none_of_them()
    {
        string library = Repository.Projects("src")["Backtest"];
        Assert.Contains("../../plugins/*/*.csproj", File.ReadAllText(library), StringComparison.Ordinal);
        Assert.All(
            Directory.EnumerateFiles(Path.GetDirectoryName(library)!, "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)),
            file => Assert.DoesNotContain("Backtest.Plugins", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public void Abstractions_needs_no_package() =>
        Assert.DoesNotContain("PackageReference", File.ReadAllText(Repository.Projects("src")["Backtest.Abstractions"]), StringComparison.Ordinal);

    [Fact]
    public void Plugins_know_no_project_of_the_host()
    {
        foreach ((string plugin, string file) in Repository.Projects("plugins").Concat(Repository.Projects("samples")))
            Assert.True(Repository.References(file).Count == 0, $"{plugin} refers to a project; a plugin sees Backtest.Sdk alone.");
    }

    [Fact]
    public void No_project_of_the_host_depends_on_a_plugin()
    {
        HashSet<string> plugins = [.. Repository.Projects("plugins").Keys];
        IReadOnlyDictionary<string, string> sources = Repository.Projects("src");
        HashSet<string> closure = [];
        Collect("Backtest.Cli");
        Assert.NotEmpty(plugins);
        Assert.Empty(closure.Intersect(plugins));

        void Collect(string project)
        {
            if (!closure.Add(project) || !sources.TryGetValue(project, out string? file))
                return;
            foreach (string reference in Repository.References(file))
                Collect(reference);
        }
    }
}
