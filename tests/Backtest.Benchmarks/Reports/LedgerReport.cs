using System.Diagnostics;
using Backtest.Research;
using Backtest.Tests;

namespace Backtest.Benchmarks;

/// <summary>
/// Measures how many trials per second are claimed and recorded in the ledger: by wall-clock time, because a database waits for disks, and by
/// processor time, which varies less on a shared machine.
/// </summary>
internal static class LedgerReport
{
    private const int Size = 500;
    private const int Batches = 200;
    private const int Openings = 21;

    /// <summary>Measures and prints.</summary>
    public static void Print(TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("backtest-").FullName;
        try
        {
            string file = Path.Combine(folder, "ledger.db");
            output.WriteLine(FormattableString.Invariant($"opening a new file: {Opening(() => Path.Combine(folder, $"{Guid.NewGuid()}.db")):F1} ms, one that is there: {Opening(() => file):F1} ms (<= 60)"));
            Print(output, "SQLite", file, atLeast: 20_000);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        using PostgresServer? server = PostgresServer.Start(isDurable: true);
        if (server is null)
            output.WriteLine("PostgreSQL: not measured; it is not installed");
        else
            Print(output, "PostgreSQL", server.Connection("postgres"), atLeast: 5_000);
    }

    private static void Print(TextWriter output, string name, string connection, int atLeast)
    {
        using ITrialLedger ledger = TrialLedgers.Open(connection, ".");
        (double recording, double processor) = Rate(ledger, "e1", isClaiming: false);
        (double claiming, _) = Rate(ledger, "e2", isClaiming: true);
        long before = Stopwatch.GetTimestamp();
        int read = ledger.Trials("e2").Count;
        double seconds = Stopwatch.GetElapsedTime(before).TotalSeconds;
        output.WriteLine(FormattableString.Invariant(
            $"{name}, batches of {Size}: {recording:N0} trials/s recorded (>= {atLeast:N0}; {processor:N0} by this process's processor time), {claiming:N0} claimed and recorded, {read / seconds:N0} read"));
    }

    private static (double Clock, double Processor) Rate(ITrialLedger ledger, string id, bool isClaiming)
    {
        ledger.Begin(new ExperimentEntry(id, id, id, "runs", "{}", DateTime.UnixEpoch));
        TrialEntry[][] batches = [.. Enumerable.Range(0, Batches).Select(batch => Batch(id, batch))];
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        foreach (TrialEntry[] batch in batches)
        {
            if (isClaiming)
                ledger.Claim(id, [.. batch.Select(trial => new TrialClaim(trial.Number, trial.Key))], "worker", TimeSpan.FromMinutes(1));
            ledger.Complete(id, "worker", batch);
        }

        double clock = Batches * Size / Stopwatch.GetElapsedTime(start).TotalSeconds;
        return (clock, Batches * Size / (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }

    private static TrialEntry[] Batch(string id, int batch) => [.. Enumerable.Range(batch * Size, Size).Select(number =>
    {
        string key = TrialKey.Of($"{id} {number}", "data", "1");
        return new TrialEntry(number, key)
        {
            SpecHash = key,
            Parameters = $$"""{"strategy.fast":{{number % 50}},"strategy.slow":{{number % 200}},"risk.size":0.25}""",
            Objectives = """{"sharpe":1.2345678901234567,"max_drawdown":0.12345678901234567}""",
            Metrics = """{"sharpe":1.2345678901234567,"total_return":0.4321,"max_drawdown":0.12345678901234567,"trades":123,"bars":10000}""",
            EventHash = key,
            Seconds = 0.0123,
        };
    })];

    /// <summary>The median.</summary>
    private static double Opening(Func<string> file)
    {
        var times = new List<double>();
        for (int round = 0; round < Openings; round++)
        {
            long start = Stopwatch.GetTimestamp();
            TrialLedgers.Open(file(), ".").Dispose();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return times[Openings / 2];
    }
}
