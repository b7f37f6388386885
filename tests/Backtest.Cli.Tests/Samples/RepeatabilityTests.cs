namespace Backtest.Tests.Samples;

/// <summary>A run is repeatable: its event-stream hash is the same however the process differs.</summary>
public sealed class RepeatabilityTests(RepeatabilityTests.PlainRun plain) : IClassFixture<RepeatabilityTests.PlainRun>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Environments => new()
    {
        { "another culture and time zone", "LANG=de_DE.UTF-8;LC_ALL=de_DE.UTF-8;DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0;TZ=Asia/Kolkata" },
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

        Assert.True(plain.Hash == Hash(_folder.Path, environment), $"The hash differs in {what}.");
    }

    [Fact]
    public void The_hierarchy_has_the_same_hash_on_two_threads() => Assert.Equal(plain.Hash, Hash(_folder.Path, [], "--threads", "2"));

    private static string Hash(string folder, IEnumerable<(string, string)> environment, params IEnumerable<string> options)
    {
        ToolResult result = Tool.RunWith(environment, folder, ["run", SampleFiles.Hierarchy, "--json", "--quiet", "--set", "output.report=false", .. options]);
        Assert.True(result.ExitCode == 0, result.Error);
        return (string)result.Json["manifest"]!["eventStreamHash"]!;
    }

    /// <summary>The run in an ordinary process, other than the one it is compared with.</summary>
    public sealed class PlainRun : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public PlainRun() => Hash = RepeatabilityTests.Hash(_folder.Path, []);

        public string Hash { get; }

        public void Dispose() => _folder.Dispose();
    }
}
