using System.Text.Json.Nodes;
using Backtest.Cli.Verification;
using Backtest.Hosting;
using Backtest.Testing;

namespace Backtest.Tests;

public sealed class DeepVerificationTests
{
    private static readonly PluginCatalog Catalog = PluginCatalog.Scan(new PluginFolders(
    [
        new PluginFolder(Path.Combine(AppContext.BaseDirectory, "plugins"), "bundled with the tool", MustExist: true),
        new PluginFolder(Tool.Fixtures, "fixtures", MustExist: true),
        new PluginFolder(Tool.Dropped, "dropped", MustExist: true),
    ]));

    [Theory]
    [InlineData("Backtest.Plugins.Momentum")]
    [InlineData("Backtest.Plugins.Pattern")]
    public void A_bundled_plugin_breaks_no_law(string package)
    {
        PackageReports found = Single(package);

        Assert.True(found.IsWell, string.Join('\n', found.Reports));
        Assert.All(found.Reports, report => Assert.True(report.IsConformant, report.ToString()));
    }

    [Fact]
    public void A_plugin_that_throws_is_named_with_the_law_it_breaks()
    {
        PackageReports found = Single("Backtest.Fixtures.Throwing");
        using var output = new StringWriter();
        DeepVerificationText.Write(output, found);

        Assert.False(found.IsWell);
        Assert.Contains("FAIL  strategy throwing: ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("        runs: on ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plugin_that_needs_parameters_is_not_examined_and_no_failure()
    {
        PackageReports found = Single("Backtest.Plugins.StandardRisk");
        using var output = new StringWriter();
        DeepVerificationText.Write(output, found);

        Assert.True(found.IsWell);
        Assert.All(
            Assert.Single(found.Reports, report => report.Id == "standard").Findings,
            finding => Assert.Equal(ConformanceVerdict.NotExamined, finding.Verdict));
        Assert.Contains("it needs parameters: 'sizer' is missing.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plugin_that_reads_an_indicator_of_another_package_is_not_examined_and_no_failure()
    {
        PackageReports found = Single("Backtest.Fixtures.Reader");
        using var output = new StringWriter();
        DeepVerificationText.Write(output, found);

        Assert.True(found.IsWell, output.ToString());
        Assert.Contains("?     strategy reader: 1 law held, 0 laws broken, 10 not examined", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("there is no indicator 'middle', which the plugin reads", output.ToString(), StringComparison.Ordinal);
        JsonNode finding = DeepVerificationText.ToJson([found])[0]!["plugins"]![0]!["findings"]![0]!;
        Assert.Equal(("runs", "notExamined"), ((string?)finding["law"], (string?)finding["verdict"]));
    }

    [Fact]
    public void The_document_has_every_law_of_every_plugin()
    {
        JsonNode plugin = DeepVerificationText.ToJson([Single("Backtest.Fixtures.Throwing")])[0]!["plugins"]![0]!;

        Assert.Equal("strategy", (string?)plugin["kind"]);
        Assert.Equal(Conformance.Laws, plugin["findings"]!.AsArray().Select(finding => (string?)finding!["law"]));
        Assert.Equal("broken", (string?)plugin["findings"]![0]!["verdict"]);
    }

    [Fact]
    public void The_command_examines_what_is_in_the_projects_folder()
    {
        using TemporaryFolder project = new();
        Drop(project);

        ToolResult result = Tool.Run(project.Path, "plugins", "verify", "--deep");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("examining Backtest.Fixtures.Throwing/throwing", result.Error, StringComparison.Ordinal);
        Assert.Contains("FAIL  strategy throwing: ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_differs_from_the_lock_file_is_not_run()
    {
        using TemporaryFolder project = new();
        Drop(project);
        string hash = new('0', 64);
        File.WriteAllText(project.Combine("plugins.lock.json"), $$"""
            {
              "version": 1,
              "packages": {
                "Backtest.Fixtures.Throwing": {
                  "version": "1.0.0", "sha256": "{{hash}}", "packageSha256": "{{hash}}", "source": "feed", "files": {}
                }
              }
            }
            """);

        ToolResult result = Tool.Run(project.Path, "plugins", "verify", "--deep", "--json");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("changed", (string?)result.Json["packages"]![0]!["state"]);
        Assert.Empty(result.Json["examined"]!.AsArray());
        Assert.DoesNotContain("examining", result.Error, StringComparison.Ordinal);
    }

    private static void Drop(TemporaryFolder project)
    {
        string from = Path.Combine(Tool.Fixtures, "Backtest.Fixtures.Throwing");
        string to = project.Combine("plugins.d", "Backtest.Fixtures.Throwing");
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private static PackageReports Single(string package) =>
        Assert.Single(DeepVerification.Run(Catalog, package.Equals, null, TestContext.Current.CancellationToken));
}
