using System.Buffers;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Sums up a run while it goes on, and keeps nothing else of it.</summary>
/// <param name="spec">The hash of the specification that is asked, or null if it is not known.</param>
/// <param name="inner">Takes what happens as well, or null if nobody does.</param>
public sealed class SummaryRecorder(string? spec = null, IRunRecorder? inner = null) : IRunRecorder
{
    private DailyReturn[] _returns = [];
    private MetricsRecorder? _metrics;
    private RunDescription? _run;

    /// <summary>What came of the run; null until it has ended.</summary>
    public RunSummary? Summary { get; private set; }

    /// <summary>Whether the total's daily returns are kept.</summary>
    public bool KeepsReturns { get; init; }

    /// <summary>The total's return on each trading day, once the run has ended; empty unless they are kept.</summary>
    public IReadOnlyList<DailyReturn> Returns => _returns;

    /// <inheritdoc/>
    public void Begin(RunDescription run)
    {
        _run = run;
        _metrics = new MetricsRecorder { TotalMeasured = KeepsReturns ? KeepReturns : null };
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

    private void KeepReturns(EquityCurve curve)
    {
        ReadOnlySpan<DailyEquity> points = curve.Points;
        double[] returns = ArrayPool<double>.Shared.Rent(points.Length);
        curve.FillReturns(returns.AsSpan(0, points.Length));
        _returns = new DailyReturn[points.Length];
        for (int i = 0; i < points.Length; i++)
            _returns[i] = new DailyReturn(points[i].Day, returns[i]);
        ArrayPool<double>.Shared.Return(returns);
    }

    private static T Begun<T>(T? value)
        where T : class => value ?? throw new InvalidOperationException("The run has not begun.");
}
