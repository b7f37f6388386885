using System.Diagnostics;

namespace Backtest.Tests.Commands;

/// <summary>A search that is killed at any moment resumes, and gives the same results as without interruption.</summary>
public sealed class KilledSweepTests : IDisposable
{
    private const int Kills = 4;
    private const string Method = "{type: tpe, trials: 48, seed: 3, batch: 8}";
    private const string Slow = "from: 10, to: 60, step: 1";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void With_a_file_as_ledger() => Compare(ledger: null);

    [Fact]
    public void With_a_server_as_ledger()
    {
        using PostgresServer? server = PostgresServer.Start();
        Assert.SkipWhen(server is null, "PostgreSQL is not installed: eng/install-test-servers.sh");
        Compare(server!.Connection("postgres"));
    }

    [Fact]
    public void It_is_listed_as_running_until_it_is_killed_and_as_interrupted_then()
    {
        string folder = Make("listed");
        using Process process = Start(folder, ledger: null);
        try
        {
            Assert.True(SpinWait.SpinUntil(() => List().Contains(" running ", StringComparison.Ordinal) || process.HasExited, TimeSpan.FromMinutes(2)));
            Assert.False(process.HasExited, "the search ended before it was looked at");
        }
        finally
        {
            process.Kill();
        }

        process.WaitForExit();
        Assert.Contains(" interrupted ", List());
        Assert.Contains("interrupted: its process ended without giving a reason", Tool.Run(folder, "experiments", "show", "search").Output);
        Run(folder, ledger: null);
        Assert.Contains(" complete ", List());

        string List() => Tool.Run(folder, "experiments", "list").Output;
    }

    private void Compare(string? ledger)
    {
        string whole = Make("whole");
        Stopwatch time = Stopwatch.StartNew();
        Run(whole, ledger: null);
        TimeSpan usual = time.Elapsed;

        string killed = Make("killed");
        for (int kill = 1; kill <= Kills; kill++)
        {
            using Process process = Start(killed, ledger);
            if (!process.WaitForExit(usual * kill / (Kills + 1)))
                process.Kill();
            process.WaitForExit();
        }

        Run(killed, ledger);
        Assert.Equal(Table(whole, ledger: null), Table(killed, ledger));
        Assert.Equal(Returns(whole), Returns(killed));
        Assert.Empty(Directory.GetDirectories(Experiment(killed), "parts"));
    }

    private string Make(string name)
    {
        string folder = Directory.CreateDirectory(_folder.Combine(name)).FullName;
        SweepFiles.Write(folder, Method, Slow, bars: 3_000);
        return folder;
    }

    private static void Run(string folder, string? ledger)
    {
        using Process process = Start(folder, ledger);
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
    }

    private static Process Start(string folder, string? ledger) =>
        Tool.Start(Environment(ledger), folder, [Tool.Host, Tool.Assembly, "run", "run.yaml", "--quiet"]);

    private static IEnumerable<(string, string)> Environment(string? ledger) => ledger is null ? [] : [("BACKTEST_LEDGER", ledger)];

    /// <summary>The trials, with all columns except their times.</summary>
    private static string[] Table(string folder, string? ledger)
    {
        ToolResult export = Tool.RunWith(Environment(ledger), folder, "experiments", "export", "search", "trials.csv");
        Assert.True(export.ExitCode == 0, export.Error);
        return [.. File.ReadLines(Path.Combine(folder, "trials.csv")).Select(line => line[..line.LastIndexOf(',')])];
    }

    private static byte[] Returns(string folder) => File.ReadAllBytes(Path.Combine(Experiment(folder), "returns.parquet"));

    private static string Experiment(string folder) => Assert.Single(Directory.GetDirectories(Path.Combine(folder, "experiments")));
}
