using System.Text.Json.Nodes;

namespace Backtest.Tests.Commands;

/// <summary><c>backtest run --profiles</c>: the effect of assumptions about fills.</summary>
public sealed class RunProfilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_profiles_are_laid_beside_each_other_and_no_folder_is_made()
    {
        _folder.Write(RunFiles.Small);

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--profiles", "all", "--json");

        Assert.True(result.ExitCode == 0, result.Error);
        JsonObject profiles = JsonNode.Parse(result.Output)!["profiles"]!.AsObject();
        Assert.Equal(
            ["standard", "pessimistic", "backtesting_py", "backtrader", "lean", "nautilus_adaptive", "tradingview"], profiles.Select(profile => profile.Key));
        Assert.All(profiles, profile => Assert.True((double)profile.Value!["final_equity"]! > 0));
        Assert.False(Directory.Exists(_folder.Combine("out")));
    }

    [Fact]
    public void A_profile_beside_others_comes_to_what_it_comes_to_alone()
    {
        _folder.Write(RunFiles.Small);

        JsonNode beside = JsonNode.Parse(Tool.Run(_folder.Path, "run", "run.yaml", "--profiles", "all", "--json").Output)!["profiles"]!["nautilus_adaptive"]!;
        JsonNode alone = JsonNode.Parse(Tool.Run(_folder.Path, "run", "run.yaml", "--set", "execution.profile=nautilus_adaptive", "--json").Output)!["metrics"]!["total"]!;

        Assert.Equal((double)alone["finalEquity"]!, (double)beside["final_equity"]!);
    }

    [Fact]
    public void The_text_ends_with_what_the_assumption_is_worth()
    {
        _folder.Write(RunFiles.Small);

        string output = Tool.Run(_folder.Path, "run", "run.yaml", "--profiles", "standard", "nautilus_adaptive").Output;

        Assert.Contains("nautilus_adaptive", output);
        Assert.DoesNotContain("tradingview", output);
        Assert.Contains("difference between the assumptions:", output);
    }

    [Fact]
    public void What_the_file_says_itself_is_beside_them()
    {
        _folder.Write(RunFiles.Small);

        string output = Tool.Run(_folder.Path, "run", "run.yaml", "--profiles", "standard", "--json", "--set", "execution.path=optimistic").Output;

        Assert.Equal(["run file", "standard"], JsonNode.Parse(output)!["profiles"]!.AsObject().Select(profile => profile.Key));
    }

    [Theory]
    [InlineData("execution.profile=lean", "execution.path=optimistic", "profile lean has path: pessimistic, not optimistic")]
    [InlineData("execution.profile=nautilus_adaptive", "execution.fill=next_open", "profile nautilus_adaptive has fill: close, not next_open")]
    [InlineData("execution.profile=leen", "execution.fill=next_open", "found 'leen'")]
    [InlineData("execution.path=sideways", "execution.fill=next_open", "there is no price path 'sideways'")]
    public void Keys_that_make_no_sense_are_refused(string first, string second, string message)
    {
        _folder.Write(RunFiles.Small);

        ToolResult result = Tool.Run(_folder.Path, "validate", "run.yaml", "--set", first, "--set", second);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error);
    }

    [Fact]
    public void An_unknown_profile_is_refused()
    {
        _folder.Write(RunFiles.Small);

        Assert.Equal(2, Tool.Run(_folder.Path, "run", "run.yaml", "--profiles", "zipline").ExitCode);
    }
}
