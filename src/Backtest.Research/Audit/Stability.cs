using System.Globalization;
using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Repeats the run in ways that must not matter.</summary>
internal static class Stability
{
    private const int SmallChunk = 1 << 12;
    private const int Threads = 4;

    /// <summary>The ways, each in words, with its options and how to find the cause if it matters. The first only repeats the run.</summary>
    private static readonly (string Words, RunOptions How, bool InOtherCulture, string Fix)[] Ways =
    [
        ("again", new RunOptions(), false,
            "It keeps state between runs in a static field or a file, or depends on randomness, the clock or the order of a hash set. "
            + "Take randomness from StartContext.Seed and time from the bar, and keep state in instance fields."),
        ("in smaller chunks", new RunOptions { ChunkBytes = SmallChunk }, false,
            "It depends on how many bars are passed together: it reads rows after the current one, or shares state with other instances."),
        ("turn by turn on several threads", new RunOptions { TakesEveryTurn = true, Threads = Threads }, false,
            "It shares state with another instance, or its Next skips turns in which it would have acted."),
        ("in another culture", new RunOptions(), true,
            "Read and write numbers and dates with CultureInfo.InvariantCulture, and compare text ordinally."),
    ];

    /// <summary>The number of runs.</summary>
    public static int Runs => Ways.Length;

    /// <summary>Executes the runs.</summary>
    /// <returns>What differs, with one finding per plugin, and whether a plain repetition gives the same results.</returns>
    public static async Task<(IReadOnlyList<AuditFinding> Findings, bool IsRepeatable)> ExamineAsync(
        AuditRuns runs, RunTrace whole, CancellationToken cancellation)
    {
        var findings = new List<AuditFinding>();
        foreach ((string words, RunOptions how, bool inOtherCulture, string fix) in Ways)
        {
            CultureInfo culture = CultureInfo.CurrentCulture;
            RunTrace other;
            try
            {
                if (inOtherCulture)
                    CultureInfo.CurrentCulture = OtherCulture(culture);
                other = await runs.RunAsync(NoAlteration.Instance, how, words, cancellation).ConfigureAwait(false);
            }
            finally
            {
                CultureInfo.CurrentCulture = culture;
            }

            if (whole.FirstDifference(other) is not { } difference)
                continue;
            findings.Add(Findings.Of(AuditFindingKind.Unstable, difference, $"repeated {words}", cut: null, fix));
            // All further runs would differ for the same reason.
            if (words == Ways[0].Words)
                return (findings, false);
        }

        return ([.. findings.DistinctBy(finding => (finding.Container, finding.PluginKind, finding.Plugin))], true);
    }

    /// <summary>Compares the run with the hashes of the same run in another process, which show in which container they differ.</summary>
    public static IReadOnlyList<AuditFinding> Compare(AuditRuns runs, RunTrace whole, IReadOnlyDictionary<string, string> hashes) =>
        [
            .. whole.Result!.ContainerHashes
                .Where(own => hashes.TryGetValue(own.Key, out string? other) && other != own.Value)
                .Select(own => own.Key)
                .Take(1) // containers after the first may differ for its reason
                .Select(path => new AuditFinding(AuditFindingKind.Unstable, path, PluginKindOf(runs, path), runs.Places.PluginsIn(path))
                {
                    Change = "repeated in another process",
                    Whole = $"the hash {whole.Result.ContainerHashes[path]}",
                    Other = $"the hash {hashes[path]}",
                    Fix = "It depends on something that differs between processes, such as the order of hashed texts, the time zone or an environment variable.",
                }),
        ];

    private static string PluginKindOf(AuditRuns runs, string path) =>
        (runs.Places.IsClassifier(path) ? PluginKind.Classifier : PluginKind.Strategy).Id;

    /// <summary>A culture with other separators, signs and dates, built here because only the invariant culture may be available.</summary>
    private static CultureInfo OtherCulture(CultureInfo present)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = present.NumberFormat.NumberDecimalSeparator == "," ? "." : ",";
        culture.NumberFormat.NumberGroupSeparator = "'";
        culture.NumberFormat.NegativeSign = "~";
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        culture.DateTimeFormat.FirstDayOfWeek = DayOfWeek.Saturday;
        return culture;
    }
}
