using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Summarizes a run while it is in progress, and keeps nothing else of it.</summary>
/// <param name="spec">The hash of the requested specification, or null if unknown.</param>
/// <param name="inner">Another recorder for the same run, or null.</param>
public sealed class SummaryRecorder(string? spec = null, IRunRecorder? inner = null) : IRunRecorder
{
    private MetricsRecorder? _metrics;
    private RunDescription? _run;

    /// <summary>The summary of the run, or null until it has ended.</summary>
    public RunSummary? Summary { get; private set; }

    /// <summary>Receives the total's curve once the run has ended; it is valid only during the call, because its memory is reused.</summary>
    public Action<EquityCurve>? TotalMeasured { get; init; }

    /// <summary>The benchmark of the run, or null.</summary>
    public Benchmark? Benchmark { get; init; }

    /// <inheritdoc/>
    public void Begin(RunDescription run)
    {
        _run = run;
        _metrics = new MetricsRecorder { TotalMeasured = TotalMeasured, Benchmark = Benchmark };
        _metrics.Begin(run);
        inner?.Begin(run);
    }

    /// <inheritdoc/>
    public void Record(RunJournal journal)
    {
        Begun(_metrics).Record(journal);
        inner?.Record(journal);
    }

    /// <inheritdoc/>
    public void End(BacktestResult result)
    {
        MetricsRecorder metrics = Begun(_metrics);
        metrics.End(result);
        Summary = RunSummary.Of(Begun(_run), result, Begun(metrics.Metrics), spec);
        inner?.End(result);
        (_metrics, _run) = (null, null); // a recorder may live as long as its summary
    }

    private static T Begun<T>(T? value)
        where T : class => value ?? throw new InvalidOperationException("The run has not begun.");
}
