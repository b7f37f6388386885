using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// Trades the days after all searches in one run with one ledger, whose strategies switch to other parameters on the first day of each test. It is
/// an ordinary run, and its folder is kept.
/// </summary>
internal sealed class CarriedTest(
    SearchPlan plan, DateOnly[] days, WindowRuns runs, IReadOnlyList<IPluginSource> plugins, Benchmark? benchmark, string folder, ExperimentOptions options)
    : IWindowTests
{
    private const string FolderName = "walk-forward";

    private readonly SearchedStrategies _strategies = new(plan);

    /// <summary>Throws if the searched parameters cannot be switched inside a run.</summary>
    /// <exception cref="InputException">Something other than parameters of a strategy is searched, or the strategy switches them itself.</exception>
    public static void Require(SearchPlan plan, WalkForwardConfig config) => new SearchedStrategies(plan).Require(found => new InputException(new InputError(
        "not_carried", $"positions cannot be carried from window to window: {found}")
    {
        Key = "validation.positions",
        Position = config.Position.File is null ? config.Position with { File = plan.Sweep.File } : config.Position,
        Fix = "Write positions: close, which executes a run for each window.",
    }));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TestedDays>> ExecuteAsync(IReadOnlyList<TradedWindow> windows, CancellationToken cancellation)
    {
        var traded = new TrialWindow(days[windows[0].Window.Test.From], days[windows[^1].Window.Test.To - 1]);
        WorkflowConfig config = traded.Cut(ConfigOf(windows)) with
        {
            Benchmark = plan.Sweep.Benchmark,
            Output = plan.Sweep.Output with { Directory = folder },
        };
        (DateOnly[] Days, double[] Returns) measured = ([], []);
        using var recorder = new RunFolderRecorder(
            new RunRecord
            {
                Config = ConfigJson.Write(config),
                ConfigHash = ConfigJson.Hash(config),
                Spec = RunSpec.Of(config, plugins).Hash,
                Benchmark = benchmark,
                Plugins = options.NamePlugins(config),
                FolderName = FolderName,
            },
            options.Clock);
        var summary = new SummaryRecorder { TotalMeasured = curve => measured = ([.. curve.Days.Select(day => day.Day)], curve.Returns()) };
        await runs.RunAsync(config, new RecorderGroup(recorder, summary), cancellation).ConfigureAwait(false);
        double periods = summary.Summary!.Metrics.Times["total"].PeriodsPerYear;
        return [.. windows.Select(window => Tested(window.Window, measured.Days, measured.Returns, periods))];
    }

    /// <inheritdoc/>
    public async Task<int[]> CountTradesAsync(IReadOnlyList<TradedWindow> windows, CancellationToken cancellation) =>
        (await runs.CountTradesAsync(ConfigOf(windows), windows[0].Window.Test.From, cancellation).ConfigureAwait(false)).Trades;

    /// <summary>The run: the first window's parameters, and those of each other window from the first day of its test.</summary>
    private WorkflowConfig ConfigOf(IReadOnlyList<TradedWindow> windows)
    {
        return _strategies.Replace(plan.ConfigOf(windows[0].Parameters.Point), (portfolio, strategy) => strategy with { ByDate = DatesOf(portfolio, strategy) });

        IReadOnlyList<DatedParametersConfig>? DatesOf(string portfolio, StrategyConfig strategy)
        {
            var dates = new List<DatedParametersConfig>();
            string before = TextOf(strategy.Parameters, byRegime: null);
            foreach (TradedWindow window in windows)
            {
                ParameterMap parameters = _strategies.ParametersOf(window.Parameters.Point, portfolio, strategy.Name);
                IReadOnlyList<RegimeParametersConfig>? byRegime = _strategies.ByRegime(window.Parameters, portfolio, strategy);
                string text = TextOf(parameters, byRegime);
                if (text != before)
                {
                    dates.Add(new DatedParametersConfig
                    {
                        From = days[window.Window.Test.From],
                        Parameters = parameters,
                        ByRegime = byRegime,
                        Position = strategy.Position,
                    });
                }

                before = text;
            }

            return dates.Count > 0 ? dates : null;
        }
    }

    private TestedDays Tested(Window window, DateOnly[] traded, double[] returns, double periods)
    {
        (DateOnly from, DateOnly to) = (days[window.Test.From], days[window.Test.To - 1]);
        int[] places = [.. Enumerable.Range(0, traded.Length).Where(place => traded[place] >= from && traded[place] <= to)];
        double[] own = [.. places.Select(place => returns[place])];
        Objective objective = plan.Objectives[0];
        double? figure = objective.Unsplittable() is null ? objective.Score(own, plan.Sweep.Metrics.RiskFreeRate, periods, new double[own.Length]) : null;
        return new TestedDays(window, [.. places.Select(place => traded[place])], own, periods, figure);
    }

    private static string TextOf(ParameterMap parameters, IReadOnlyList<RegimeParametersConfig>? byRegime) => string.Join(
        '\n', [SearchedStrategies.TextOf(parameters), .. (byRegime ?? []).Select(regime => $"{regime.Regime}: {SearchedStrategies.TextOf(regime.Parameters)}")]);
}
