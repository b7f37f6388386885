using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// Trades the days after each search with the best parameters of that search, in one run per window, which begins with the final capital of the one
/// before it and without a position.
/// </summary>
internal sealed class ClosedTests(SearchPlan plan, DateOnly[] days, WindowRuns runs, Benchmark? benchmark) : IWindowTests
{
    private readonly SearchedStrategies _strategies = new(plan);
    private readonly Dictionary<string, decimal> _equity = new(StringComparer.Ordinal);
    private readonly List<TestedDays> _tested = [];

    private bool IsRuined => _equity.Values.Any(value => value <= 0);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TestedDays>> ExecuteAsync(IReadOnlyList<TradedWindow> windows, CancellationToken cancellation)
    {
        foreach (TradedWindow window in windows.Skip(_tested.Count))
        {
            if (IsRuined)
                break; // a ruined portfolio no longer trades
            _tested.Add(await TestAsync(window, cancellation).ConfigureAwait(false));
        }

        return _tested;
    }

    /// <inheritdoc/>
    public async Task<int[]> CountTradesAsync(IReadOnlyList<TradedWindow> windows, CancellationToken cancellation)
    {
        await ExecuteAsync([.. windows.SkipLast(1)], cancellation).ConfigureAwait(false);
        return IsRuined ? new int[days.Length]
            : (await runs.CountTradesAsync(ConfigOf(windows[^1].Parameters), windows[^1].Window.Test.From, cancellation).ConfigureAwait(false)).Trades;
    }

    private async Task<TestedDays> TestAsync(TradedWindow traded, CancellationToken cancellation)
    {
        Window window = traded.Window;
        WorkflowConfig config = new TrialWindow(days[window.Test.From], days[window.Test.To - 1]).Cut(ConfigOf(traded.Parameters));
        (DateOnly[] Days, double[] Returns) measured = ([], []);
        RegimeReturnsRecorder? regimes = plan.Objectives[0].CreateRecorder();
        var recorder = new SummaryRecorder(spec: null, regimes)
        {
            Benchmark = benchmark,
            TotalMeasured = curve => measured = ([.. curve.Days.Select(day => day.Day)], curve.Returns()),
        };
        await runs.RunAsync(config with { Execution = config.Execution with { ClosesAtEnd = true } }, recorder, cancellation).ConfigureAwait(false);
        RunSummary summary = recorder.Summary!;
        foreach ((string name, PerformanceMetrics metrics) in summary.Metrics.Portfolios)
            _equity[name] = metrics.FinalEquity;
        return new TestedDays(window, measured.Days, measured.Returns, summary.Metrics.Times["total"].PeriodsPerYear, plan.Objectives[0].Value(summary, regimes));
    }

    /// <summary>The run with given parameters and the capital left after the windows so far.</summary>
    private WorkflowConfig ConfigOf(WindowParameters parameters)
    {
        WorkflowConfig config = plan.ConfigOf(parameters.Point);
        if (parameters.ByRegime.Count > 0)
            config = _strategies.Replace(config, (portfolio, strategy) => strategy with { ByRegime = _strategies.ByRegime(parameters, portfolio, strategy) });
        return config with
        {
            Portfolios = [.. config.Portfolios.Select(WithCapital)],
            Classifiers = [.. config.Classifiers.Select(classifier => classifier with { Portfolios = [.. classifier.Portfolios.Select(WithCapital)] })],
        };
    }

    private PortfolioConfig WithCapital(PortfolioConfig portfolio) =>
        _equity.TryGetValue(portfolio.Name, out decimal capital) ? portfolio with { Capital = capital } : portfolio;
}
