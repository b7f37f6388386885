using System.Text.Json.Nodes;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>A walk-forward of an experiment: all workers share its searches, and the worker that ends it trades the days after them.</summary>
internal sealed class WalkForward
{
    private readonly SearchPlan _plan;
    private readonly WalkForwardConfig _config;
    private readonly ExperimentEntry _of;
    private readonly ExperimentEntry _entry;
    private readonly ITrialLedger _ledger;
    private readonly DateOnly[] _days;
    private readonly WindowPlan _windows;
    private readonly WindowRuns _runs;
    private readonly IWindowTests _tests;
    private readonly ExperimentOptions _options;
    private readonly Func<IReadOnlyList<(string, SearchPlan)>, WindowSearches> _searchesOf;
    private readonly KeptBars _bars;
    private readonly ClosedTradesRecorder? _asWritten;
    private WindowSearches? _searches;
    private IReadOnlyList<Window> _laidOut = [];
    private IReadOnlyList<SearchedWindow> _searched = [];
    private int _short;

    public WalkForward(
        SearchPlan plan, WalkForwardConfig config, ExperimentEntry of, ExperimentFolder folder, KeptBars bars, IBarSourceFactory sources,
        Benchmark? benchmark, IReadOnlyList<IPluginSource> plugins, ITrialLedger ledger, ClaimedTrials claims, string worker, ExperimentOptions options,
        ClosedTradesRecorder? asWritten)
    {
        _asWritten = asWritten;
        _plan = plan;
        _config = config;
        _of = of;
        _ledger = ledger;
        _bars = bars;
        _options = options;
        (_days, _windows) = DaysOf(plan, config, bars);
        JsonObject document = ExperimentOutput.Asked(plan);
        document[WindowSearches.OwnerKey] = of.Id;
        _entry = ledger.Begin(WindowSearches.EntryOf(of, folder.Windows, document.ToJsonString()));
        _searchesOf = regimes => new WindowSearches(plan, regimes, _entry, _days, sources, benchmark, plugins, ledger, claims, worker, options);
        _runs = new WindowRuns(bars, plugins, _days, options);
        _tests = config.ClosesPositions
            ? new ClosedTests(plan, _days, _runs, benchmark)
            : new CarriedTest(plan, _days, _runs, plugins, benchmark, folder.Best, options);
    }

    /// <summary>Performs the checks possible without a run.</summary>
    /// <exception cref="InputException">The data is too short, or positions cannot be carried.</exception>
    public static void Require(SearchPlan plan, WalkForwardConfig config, KeptBars bars)
    {
        (_, WindowPlan windows) = DaysOf(plan, config, bars);
        if (!config.FollowsFromTrades)
            WindowPlan.Of(config, BarsOf(plan, bars));
        else if (config.Train.Unit != WindowUnit.Trades && windows.FirstTest([]) >= windows.Days)
            throw windows.TooLong();
        if (!config.ClosesPositions)
            CarriedTest.Require(plan, config);
        if (config.Mode == WalkForwardMode.ByRegime)
            RegimeSearches.Require(plan, config);
    }

    /// <summary>Executes the run in the file before the first trial, if windows or regimes depend on it.</summary>
    /// <returns>Its closed trades, or null if nothing depends on it.</returns>
    /// <exception cref="InputException">The run cannot be executed, or closes too few trades.</exception>
    public static async Task<ClosedTradesRecorder?> PrepareAsync(
        SearchPlan plan, WalkForwardConfig config, KeptBars bars, IReadOnlyList<IPluginSource> plugins, ExperimentOptions options, CancellationToken cancellation)
    {
        if (config.Train.Unit != WindowUnit.Trades && config.Mode != WalkForwardMode.ByRegime)
            return null;
        (DateOnly[] days, WindowPlan windows) = DaysOf(plan, config, bars);
        ClosedTradesRecorder asWritten;
        try
        {
            asWritten = await new WindowRuns(bars, plugins, days, options).CountTradesAsync(plan.AsRun, from: null, cancellation).ConfigureAwait(false);
        }
        catch (InputException exception)
        {
            throw new InputException([.. exception.Errors.Select(error => error with
            {
                Fix = $"{error.Fix} The walk-forward begins with a run of the file's own values, so they must be valid.".TrimStart(),
            })]);
        }

        if (config.Train.Unit == WindowUnit.Trades && windows.FirstTest(asWritten.Trades) >= windows.Days)
            throw windows.TooFewToSearch(asWritten.Trades.Sum());
        return asWritten;
    }

    /// <summary>Executes the missing searches.</summary>
    /// <exception cref="InputException">The best parameters close too few trades for one test.</exception>
    public async Task SearchAsync(CancellationToken cancellation)
    {
        _searches = _searchesOf(_config.Mode == WalkForwardMode.ByRegime ? RegimeSearches.Of(_plan, _config, _asWritten!.RegimesOf(_config.Classifier!)) : []);
        if (!_config.FollowsFromTrades)
        {
            _laidOut = WindowPlan.Of(_config, BarsOf(_plan, _bars));
            _searched = await _searches.ExecuteAsync(_laidOut, cancellation).ConfigureAwait(false);
            return;
        }

        var windows = new TradeWindows(_plan, _config, _windows, _days, _searches, _runs, _tests, _options.Workers);
        _searched = await windows.ExecuteAsync(_asWritten?.Trades ?? [], cancellation).ConfigureAwait(false);
        (_laidOut, _short) = (windows.Windows, windows.Short);
    }

    /// <summary>Trades the days after the searches, and writes the results.</summary>
    /// <param name="folder">The experiment's folder.</param>
    /// <param name="at">When it was completed, UTC.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>The summary, or null if no search has a winner.</returns>
    public async Task<WalkForwardSummary?> TestAsync(ExperimentFolder folder, DateTime at, CancellationToken cancellation)
    {
        // If a search has no winner, continue with the best parameters of the window before: nothing better is known.
        var traded = new List<TradedWindow>();
        foreach ((Window window, SearchedWindow searched) in _laidOut.Zip(_searched))
        {
            if ((searched.Parameters ?? (traded.Count > 0 ? traded[^1].Parameters : null)) is { } parameters)
                traded.Add(new TradedWindow(window, parameters));
        }

        Directory.CreateDirectory(folder.Windows);
        TrialsTable.Write(
            Path.Combine(folder.Windows, "trials.parquet"), [.. _plan.Parameters.Select(parameter => parameter.Name)], _searches!.Goals,
            [.. _searched.SelectMany(window => window.Trials)]);
        WalkForwardSummary? summary = null;
        if (traded.Count > 0)
        {
            IReadOnlyList<TestedDays> tested = await _tests.ExecuteAsync(traded, cancellation).ConfigureAwait(false);
            WalkForwardTable.Write(folder.WalkForwardFile, tested);
            summary = WalkForwardFigures.Of(_plan, _config, _days, _searched, [.. _searched.Select(_searches.ReturnsOf)], traded, tested, Others());
            summary = summary with { Notes = [.. Notes(tested.Count)] };
        }

        _ledger.Finish(_entry.Id, _entry.Document, at);
        foreach (SearchedWindow window in _searched)
            _searches.Clear(window);
        return summary;
    }

    private static (DateOnly[] Days, WindowPlan Windows) DaysOf(SearchPlan plan, WalkForwardConfig config, KeptBars bars)
    {
        ReadOnlySpan<int> barsOfDay = BarsOf(plan, bars);
        ReadOnlySpan<int> traded = bars.TradingDays[^barsOfDay.Length..];
        DateOnly[] days = new DateOnly[traded.Length];
        for (int i = 0; i < days.Length; i++)
            days[i] = DateOnly.FromDayNumber(traded[i]);
        return (days, new WindowPlan(config, barsOfDay));
    }

    /// <summary>The number of bars on each day, from the first traded day.</summary>
    private static ReadOnlySpan<int> BarsOf(SearchPlan plan, KeptBars bars)
    {
        int from = 0;
        while (from < bars.TradingDays.Length && bars.TradingDays[from] < plan.Sweep.TradeFrom?.DayNumber)
            from++;
        return bars.BarsOfDay[from..];
    }

    private IEnumerable<string> Notes(int tested)
    {
        int without = _searched.Count(window => window.Winner.Best is null);
        if (without > 0)
            yield return FormattableString.Invariant($"in {without} of {_searched.Count} windows, no trial has a figure; the previous best was traded on there, or nothing");
        if (tested + _searched.TakeWhile(window => window.Winner.Best is null).Count() < _searched.Count)
            yield return "the capital was lost, and the windows after it were not traded";
        if (_short > 0)
        {
            yield return FormattableString.Invariant(
                $"in {_short} of {_searched.Count} windows, the previous best had closed fewer than {_config.Train.Count:N0} trades until then; the search began with the first day there");
        }

        WindowWinner[] regimes = [.. _searched.SelectMany(window => window.ByRegime)];
        if (regimes.Count(regime => regime.Best is null) is > 0 and var few)
        {
            yield return FormattableString.Invariant(
                $"{few} of {regimes.Length} searches in a regime found no trial with {_config.MinimumTrades:N0} trades on {RegimeSearches.FewestDays} days of it; the best of the whole window was traded there");
        }
    }

    /// <summary>The daily Sharpe ratios of the family's other walk-forwards.</summary>
    private IReadOnlyList<double> Others() =>
    [
        .. _ledger.Experiments().Where(other => other.Family == _of.Family && other.Id != _of.Id && other.Status == ExperimentStatus.Complete)
            .Select(other => ValidationSummary.Read(JsonNode.Parse(other.Document)?["validation"])).OfType<WalkForwardSummary>()
            .Select(other => other.DailySharpe).OfType<double>(),
    ];
}
