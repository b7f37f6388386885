using Backtest.Engine;

namespace Backtest.Research;

/// <summary>
/// Looks for causes of wrong results: repeats the run on bars whose future is changed, and in ways that must not matter, and compares all
/// decisions. No trial is counted, because no result is shown that a user could choose by.
/// </summary>
/// <param name="config">The run, or the run that a search varies.</param>
/// <param name="sources">Opens bar sources.</param>
/// <param name="plugins">Where plugins that the configuration does not contain are found, in order of precedence.</param>
public sealed class Audit(WorkflowConfig config, IBarSourceFactory sources, params IReadOnlyList<IPluginSource> plugins)
{
    private readonly WorkflowConfig _config = AuditRuns.ConfigOf(config);

    /// <summary>Audits the run.</summary>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="InputException">The configuration, the data or a plugin is invalid.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async Task<AuditReport> ExecuteAsync(AuditOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new AuditOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Cuts, 1);
        long began = options.Clock.GetTimestamp();
        var bars = AuditBars.Read(sources, _config.Data, cancellation);
        var runs = new AuditRuns(_config, sources, plugins, bars, options)
        {
            Planned = 1 + Stability.Runs + (options.Cuts * LookAhead.RunsPerCut) + Dependence.Runs,
        };
        RunTrace whole = await runs.RunAsync(NoAlteration.Instance, new RunOptions { Log = options.Log }, "as it is", cancellation)
            .ConfigureAwait(false);

        var findings = new List<AuditFinding>(SourceAudit.Examine(runs, cancellation));
        var unjudged = new List<string>();
        (IReadOnlyList<AuditFinding> unstable, bool isRepeatable) = await Stability.ExamineAsync(runs, whole, cancellation).ConfigureAwait(false);
        IReadOnlyList<long> cuts = [];
        IReadOnlyList<AuditRemark> remarks = [];
        if (isRepeatable)
        {
            cuts = CutPoints.Of(whole, bars.Ends, options.Cuts);
            runs.Planned -= (options.Cuts - cuts.Count) * LookAhead.RunsPerCut;
            // Report look-ahead before dependence on how bars are delivered, of which it is often the cause.
            findings.AddRange(await LookAhead.ExamineAsync(runs, whole, cuts, cancellation).ConfigureAwait(false));
            findings.AddRange(unstable);
            remarks = await Dependence.ExamineAsync(runs, whole, cancellation).ConfigureAwait(false);
            if (options.Elsewhere is { } elsewhere && await elsewhere(cancellation).ConfigureAwait(false) is { } hashes)
                findings.AddRange(Stability.Compare(runs, whole, hashes));
            else
                unjudged.Add("the run was not repeated in another process, where hashed texts have a different order.");
        }
        else
        {
            findings.AddRange(unstable);
            unjudged.Add("look-ahead was not checked: a run that cannot be repeated differs whatever is done to the bars.");
        }

        return new AuditReport
        {
            Findings = findings,
            Remarks = remarks,
            NotJudged = [.. unjudged, .. Unjudged.Of(runs, whole, plugins, cuts)],
            Cuts = [.. cuts.Select(cut => new DateTime(cut, DateTimeKind.Utc))],
            IsFaulted = whole.Result!.Faults.Count > 0,
            Runs = runs.Count,
            Bars = bars.Count,
            Files = bars.Files,
            Elapsed = options.Clock.GetElapsedTime(began),
        };
    }

    /// <summary>Executes the run once, as an audit does, for comparison with the same run in another process.</summary>
    /// <returns>The hash of each container, by its path.</returns>
    /// <exception cref="InputException">The configuration, the data or a plugin is invalid.</exception>
    public async Task<IReadOnlyDictionary<string, string>> HashAsync(CancellationToken cancellation = default)
    {
        var runs = new AuditRuns(_config, sources, plugins, AuditBars.Read(sources, _config.Data, cancellation), new AuditOptions());
        RunTrace trace = await runs.RunAsync(NoAlteration.Instance, new RunOptions(), "as it is", cancellation).ConfigureAwait(false);
        return trace.Result!.ContainerHashes;
    }
}
