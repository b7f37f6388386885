using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// Trades the days after each search with what was best in it: a run for each window, which begins with what the one before it ended with, and
/// without a position.
/// </summary>
internal sealed class ClosedTests(
    SearchPlan plan, DateOnly[] days, IBarSourceFactory sources, IReadOnlyList<IPluginSource> plugins, Benchmark? benchmark, IRunLog? log)
{
    /// <summary>Makes the runs, one after the other.</summary>
    /// <param name="windows">The windows with the points traded in them.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <exception cref="InputException">A run cannot be made.</exception>
    public async Task<IReadOnlyList<TestedDays>> ExecuteAsync(IReadOnlyList<(Window Window, SearchPoint Point)> windows, CancellationToken cancellation)
    {
        var tested = new List<TestedDays>();
        var equity = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var coordinator = new Coordinator(new WorkflowManagerFactory(sources, plugins));
        foreach ((Window window, SearchPoint point) in windows)
        {
            WorkflowConfig config = Continue(new TrialWindow(days[window.Test.From], days[window.Test.To - 1]).Cut(plan.ConfigOf(point)), equity);
            (DateOnly[] Days, double[] Returns) measured = ([], []);
            RegimeReturnsRecorder? regimes = plan.Objectives[0].CreateRecorder();
            var recorder = new SummaryRecorder(spec: null, regimes)
            {
                Benchmark = benchmark,
                TotalMeasured = curve => measured = ([.. curve.Days.Select(day => day.Day)], curve.Returns()),
            };
            IReadOnlyList<TrialOutcome> outcomes = await coordinator.ExecuteTrialsAsync(
                [new TrialRequest(config, recorder)], new PassOptions { Log = log }, cancellation).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            if (recorder.Summary is not { } summary)
                throw new InputException(outcomes[0].Errors);
            tested.Add(new TestedDays(window, measured.Days, measured.Returns, summary.Metrics.Times["total"].PeriodsPerYear, plan.Objectives[0].Value(summary, regimes)));
            foreach ((string name, PerformanceMetrics metrics) in summary.Metrics.Portfolios)
                equity[name] = metrics.FinalEquity;
            if (equity.Values.Any(value => value <= 0))
                break; // what is ruined trades no more
        }

        return tested;
    }

    private static WorkflowConfig Continue(WorkflowConfig config, Dictionary<string, decimal> equity)
    {
        return config with
        {
            Execution = config.Execution with { ClosesAtEnd = true },
            Portfolios = [.. config.Portfolios.Select(WithCapital)],
            Classifiers = [.. config.Classifiers.Select(classifier => classifier with { Portfolios = [.. classifier.Portfolios.Select(WithCapital)] })],
        };

        PortfolioConfig WithCapital(PortfolioConfig portfolio) =>
            equity.TryGetValue(portfolio.Name, out decimal capital) ? portfolio with { Capital = capital } : portfolio;
    }
}
