using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Sums up a run while it goes on, and keeps nothing else of it.</summary>
/// <param name="spec">The hash of the specification that is asked, or null if it is not known.</param>
/// <param name="inner">Takes what happens as well, or null if nobody does.</param>
public sealed class SummaryRecorder(string? spec = null, IRunRecorder? inner = null) : IRunRecorder
{
    private MetricsRecorder? _metrics;
    private RunDescription? _run;

    /// <summary>What came of the run; null until it has ended.</summary>
    public RunSummary? Summary { get; private set; }

    /// <summary>Is given the total's curve once the run has ended, for as long as the call takes: its memory is used again.</summary>
    public Action<EquityCurve>? TotalMeasured { get; init; }

    /// <summary>What the run is compared with, or null.</summary>
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
        (_metrics, _run) = (null, null); // a recorder may stay for as long as its summary
    }

    private static T Begun<T>(T? value)
        where T : class => value ?? throw new InvalidOperationException("The run has not begun.");
}
