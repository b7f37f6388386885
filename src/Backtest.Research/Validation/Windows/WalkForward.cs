using System.Text.Json.Nodes;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>A walk-forward of an experiment: its searches are shared by all workers, and the days after them are traded by the one that ends it.</summary>
internal sealed class WalkForward
{
    private readonly SearchPlan _plan;
    private readonly WalkForwardConfig _config;
    private readonly ExperimentEntry _of;
    private readonly ExperimentEntry _entry;
    private readonly ITrialLedger _ledger;
    private readonly DateOnly[] _days;
    private readonly WindowSearches _searches;
    private readonly ClosedTests _closed;
    private readonly CarriedTest _carried;
    private IReadOnlyList<SearchedWindow> _searched = [];

    public WalkForward(
        SearchPlan plan, WalkForwardConfig config, ExperimentEntry of, ExperimentFolder folder, KeptBars bars, IBarSourceFactory sources,
        Benchmark? benchmark, IReadOnlyList<IPluginSource> plugins, ITrialLedger ledger, ClaimedTrials claims, string worker, ExperimentOptions options)
    {
        _plan = plan;
        _config = config;
        _of = of;
        _ledger = ledger;
        (_days, IReadOnlyList<Window> windows) = WindowsOf(plan, config, bars);
        JsonObject document = ExperimentOutput.Asked(plan);
        document["windowsOf"] = of.Id;
        _entry = ledger.Begin(WindowSearches.EntryOf(of, folder.Windows, document.ToJsonString()));
        _searches = new WindowSearches(plan, windows, _days, sources, benchmark, plugins, ledger, claims, worker, options);
        _closed = new ClosedTests(plan, _days, sources, plugins, benchmark, options.Log);
        _carried = new CarriedTest(plan, _days, sources, plugins, benchmark, options);
    }

    /// <summary>The windows of a search, and the days their places stand for.</summary>
    /// <exception cref="InputException">The data is too short for one.</exception>
    public static (DateOnly[] Days, IReadOnlyList<Window> Windows) WindowsOf(SearchPlan plan, WalkForwardConfig config, KeptBars bars)
    {
        int from = 0;
        while (from < bars.TradingDays.Length && bars.TradingDays[from] < plan.Sweep.TradeFrom?.DayNumber)
            from++;
        DateOnly[] days = new DateOnly[bars.TradingDays.Length - from];
        for (int i = 0; i < days.Length; i++)
            days[i] = DateOnly.FromDayNumber(bars.TradingDays[from + i]);
        return (days, WindowPlan.Of(config, bars.BarsOfDay[from..]));
    }

    /// <summary>Checks what can be known before the first trial.</summary>
    /// <exception cref="InputException">The data is too short, or positions cannot be carried.</exception>
    public static void Require(SearchPlan plan, WalkForwardConfig config, KeptBars bars)
    {
        WindowsOf(plan, config, bars);
        if (!config.ClosesPositions)
            CarriedTest.Require(plan, config);
    }

    /// <summary>Makes the searches that are missing.</summary>
    public async Task SearchAsync(CancellationToken cancellation) =>
        _searched = await _searches.ExecuteAsync(_entry, cancellation).ConfigureAwait(false);

    /// <summary>Trades the days after the searches, and writes what came of it.</summary>
    /// <param name="folder">The experiment's folder.</param>
    /// <param name="at">When it is complete, UTC.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <returns>The summary, or null where no search has a winner.</returns>
    public async Task<WalkForwardSummary?> TestAsync(ExperimentFolder folder, DateTime at, CancellationToken cancellation)
    {
        // Where a search has no winner, what was best before is traded on: nothing better is known.
        var traded = new List<(Window Window, SearchPoint Point)>();
        foreach (SearchedWindow window in _searched)
        {
            if ((window.Point ?? (traded.Count > 0 ? traded[^1].Point : null)) is { } point)
                traded.Add((window.Window, point));
        }

        Directory.CreateDirectory(folder.Windows);
        TrialsTable.Write(
            Path.Combine(folder.Windows, "trials.parquet"), [.. _plan.Parameters.Select(parameter => parameter.Name)], _plan.Goals,
            [.. _searched.SelectMany(window => window.Trials)]);
        WalkForwardSummary? summary = null;
        if (traded.Count > 0)
        {
            IReadOnlyList<TestedDays> tested = _config.ClosesPositions
                ? await _closed.ExecuteAsync(traded, cancellation).ConfigureAwait(false)
                : await _carried.ExecuteAsync(traded, folder.Best, cancellation).ConfigureAwait(false);
            WalkForwardTable.Write(folder.WalkForwardFile, tested);
            summary = WalkForwardFigures.Of(_plan, _config, _days, _searched, traded, tested, Others());
            summary = summary with { Notes = [.. Notes(tested.Count)] };
        }

        _ledger.Finish(_entry.Id, _entry.Document, at);
        foreach (SearchedWindow window in _searched)
            new ReturnsStore(WindowSearches.StoreOf(_entry, window.Window)).Delete();
        return summary;
    }

    private IEnumerable<string> Notes(int tested)
    {
        int without = _searched.Count(window => window.Best is null);
        if (without > 0)
            yield return FormattableString.Invariant($"in {without} of {_searched.Count} windows no trial has a figure; there what was best before was traded on, or nothing");
        if (tested + _searched.TakeWhile(window => window.Best is null).Count() < _searched.Count)
            yield return "the capital was lost, and the windows after it were not traded";
    }

    /// <summary>The daily Sharpe ratios of the other walk-forwards of the family.</summary>
    private IReadOnlyList<double> Others() =>
    [
        .. _ledger.Experiments().Where(other => other.Family == _of.Family && other.Id != _of.Id && other.Status == ExperimentStatus.Complete)
            .Select(other => ValidationSummary.Read(JsonNode.Parse(other.Document)?["validation"])).OfType<WalkForwardSummary>()
            .Select(other => other.DailySharpe).OfType<double>(),
    ];
}
