namespace Backtest.Tests.Samples;

/// <summary>A run is a fact: whatever differs about the process, its event-stream hash does not.</summary>
public sealed class RepeatabilityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Environments => new()
    {
        { "another process", "" },
        { "another culture", "LANG=de_DE.UTF-8;LC_ALL=de_DE.UTF-8;DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0" },
        { "another time zone", "TZ=Asia/Kolkata" },
        { "no wide instructions", "DOTNET_EnableHWIntrinsic=0;GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-AVX2" },
        { "no tiered compilation", "DOTNET_TieredCompilation=0" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Environments))]
    public void The_hierarchy_has_the_same_hash_in(string what, string settings)
    {
        IEnumerable<(string, string)> environment = settings
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(setting => setting.Split('=', 2))
            .Select(pair => (pair[0], pair[1]));

        Assert.True(Hash([]) == Hash(environment), $"The hash differs in {what}.");
    }

    [Fact]
    public void The_hierarchy_has_the_same_hash_on_two_threads() => Assert.Equal(Hash([]), Hash([], "--threads", "2"));

    private string Hash(IEnumerable<(string, string)> environment, params IEnumerable<string> options)
    {
        ToolResult result = Tool.RunWith(environment, _folder.Path, ["run", SampleFiles.Hierarchy, "--json", "--quiet", .. options]);
        Assert.True(result.ExitCode == 0, result.Error);
        return (string)result.Json["manifest"]!["eventStreamHash"]!;
    }
}
