namespace Backtest.Research;

/// <summary>Changes the future after some bars and checks that all decisions until then are the same.</summary>
internal static class LookAhead
{
    private static readonly Func<long, FutureAlteration>[] Changes =
    [
        cut => new MirroredFuture(cut), cut => new PoisonedFuture(cut), cut => new ShuffledFuture(cut), cut => new CutFuture(cut),
    ];

    /// <summary>The maximum number of runs per cut.</summary>
    public static int RunsPerCut => Changes.Length;

    /// <summary>Executes the runs.</summary>
    /// <returns>The earliest finding for each plugin that uses later data.</returns>
    public static async Task<IReadOnlyList<AuditFinding>> ExamineAsync(
        AuditRuns runs, RunTrace whole, IReadOnlyList<long> cuts, CancellationToken cancellation)
    {
        var findings = new List<AuditFinding>();
        foreach (long cut in cuts)
        {
            foreach (Func<long, FutureAlteration> change in Changes)
            {
                FutureAlteration alteration = change(cut);
                RunTrace? other = await runs.TryAsync(alteration, cancellation).ConfigureAwait(false);
                if (other is null || whole.FirstDifference(other, cut, alteration.IsCut) is not { } difference)
                    continue;
                findings.Add(Findings.Of(
                    AuditFindingKind.LookAhead, difference, alteration.Words, cut, Findings.LookAheadFix(difference.Place)));
                break; // the other changes would show the same
            }
        }

        return [.. findings.DistinctBy(finding => (finding.Container, finding.PluginKind, finding.Plugin))];
    }
}
