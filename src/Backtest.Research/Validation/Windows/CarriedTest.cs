using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// Trades the days after all searches in one run with one ledger, whose strategies go by other parameters from the first day of each test on. It
/// is an ordinary run, and its folder is kept.
/// </summary>
internal sealed class CarriedTest(
    SearchPlan plan, DateOnly[] days, IBarSourceFactory sources, IReadOnlyList<IPluginSource> plugins, Benchmark? benchmark, ExperimentOptions options)
{
    private const string FolderName = "walk-forward";

    /// <summary>Throws where what is searched cannot be switched inside a run.</summary>
    /// <exception cref="InputException">Something else than parameters of a strategy is searched, or the strategy switches them itself.</exception>
    public static void Require(SearchPlan plan, WalkForwardConfig config)
    {
        foreach (SearchedParameter parameter in plan.Parameters)
        {
            if (!Owners(plan.Sweep).Any(owner => IsOf(parameter, owner.Path)))
            {
                throw Refused(
                    plan, config, $"'{parameter.Name}' ({parameter.Path}) is not a parameter of a strategy of a portfolio, both by their names, and is the same throughout a run");
            }
        }

        if (Searched(plan.Sweep, plan).FirstOrDefault(strategy => strategy.ByDate is not null || strategy.ByRegime is not null) is { } switching)
            throw Refused(plan, config, $"the parameters of '{switching.Name}' switch by {(switching.ByDate is null ? "regime" : "date")} already");
    }

    /// <summary>Makes the run.</summary>
    /// <param name="windows">The windows with the points traded in them.</param>
    /// <param name="folder">Where its folder is made.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <exception cref="InputException">The run cannot be made.</exception>
    public async Task<IReadOnlyList<TestedDays>> ExecuteAsync(
        IReadOnlyList<(Window Window, SearchPoint Point)> windows, string folder, CancellationToken cancellation)
    {
        WorkflowConfig config = ConfigOf(windows) with { Benchmark = plan.Sweep.Benchmark, Output = plan.Sweep.Output with { Directory = folder } };
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
        IReadOnlyList<TrialOutcome> outcomes = await new Coordinator(new WorkflowManagerFactory(sources, plugins)).ExecuteTrialsAsync(
            [new TrialRequest(config, new RecorderGroup(recorder, summary))], new PassOptions { Threads = options.Workers, Log = options.Log }, cancellation)
            .ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        if (summary.Summary is not { } run)
            throw new InputException(outcomes[0].Errors);
        double periods = run.Metrics.Times["total"].PeriodsPerYear;
        return [.. windows.Select(window => Tested(window.Window, measured.Days, measured.Returns, periods))];
    }

    /// <summary>The run: the first window's parameters, and from the first day of each other test on those of its window.</summary>
    private WorkflowConfig ConfigOf(IReadOnlyList<(Window Window, SearchPoint Point)> windows)
    {
        WorkflowConfig[] configs = [.. windows.Select(window => plan.ConfigOf(window.Point))];
        WorkflowConfig first = new TrialWindow(days[windows[0].Window.Test.From], days[windows[^1].Window.Test.To - 1]).Cut(configs[0]);
        StrategyConfig[] searched = [.. Searched(first, plan)];
        return first with
        {
            Portfolios = [.. first.Portfolios.Select(WithDates)],
            Classifiers = [.. first.Classifiers.Select(classifier => classifier with { Portfolios = [.. classifier.Portfolios.Select(WithDates)] })],
        };

        PortfolioConfig WithDates(PortfolioConfig portfolio) => portfolio with
        {
            Strategies =
            [
                .. portfolio.Strategies.Select(strategy =>
                    searched.Contains(strategy) ? strategy with { ByDate = DatesOf(portfolio.Name, strategy) } : strategy),
            ],
        };

        IReadOnlyList<DatedParametersConfig>? DatesOf(string portfolio, StrategyConfig strategy)
        {
            var dates = new List<DatedParametersConfig>();
            ParameterMap before = strategy.Parameters;
            foreach ((WorkflowConfig config, Window window) in configs.Zip(windows, (config, window) => (config, window.Window)))
            {
                PortfolioConfig own = Portfolios(config).Single(other => other.Name == portfolio);
                ParameterMap parameters = own.Strategies.Single(other => other.Name == strategy.Name).Parameters;
                if (TextOf(parameters) != TextOf(before))
                    dates.Add(new DatedParametersConfig { From = days[window.Test.From], Parameters = parameters, Position = strategy.Position });
                before = parameters;
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

    /// <summary>The strategies whose parameters are searched.</summary>
    private static IEnumerable<StrategyConfig> Searched(WorkflowConfig config, SearchPlan plan) =>
        Owners(config).Where(owner => plan.Parameters.Any(parameter => IsOf(parameter, owner.Path))).Select(owner => owner.Strategy);

    /// <summary>The strategies of portfolios, each with the path of its parameters.</summary>
    private static IEnumerable<(StrategyConfig Strategy, string Path)> Owners(WorkflowConfig config) =>
        Portfolios(config).SelectMany(portfolio => portfolio.Strategies.Select(strategy =>
            (strategy, $"portfolios.{portfolio.Name}.strategies.{strategy.Name}.parameters")));

    private static bool IsOf(SearchedParameter parameter, string path) =>
        $".{parameter.Path}.".Contains($".{path}.", StringComparison.Ordinal);

    private static IEnumerable<PortfolioConfig> Portfolios(WorkflowConfig config) =>
        config.Classifiers.SelectMany(classifier => classifier.Portfolios).Concat(config.Portfolios);

    private static string TextOf(ParameterMap parameters) => ConfigJson.Write(parameters)!.ToJsonString();

    private static InputException Refused(SearchPlan plan, WalkForwardConfig config, string found) => new(new InputError(
        "not_carried", $"positions cannot be carried from window to window: {found}")
    {
        Key = "validation.positions",
        Position = config.Position.File is null ? config.Position with { File = plan.Sweep.File } : config.Position,
        Fix = "Write positions: close, which makes a run for each window.",
    });
}
