using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Records what happens in a run, each event with the end of the bar at which it was known.</summary>
internal sealed class TraceRecorder(RunPlaces places) : IRunRecorder
{
    private readonly List<Action> _columns = [];
    private readonly HashSet<(IndicatorColumn, int, BarSeries)> _known = [];
    private PortfolioTrace[] _portfolios = [];
    private ClassifierTrace[] _classifiers = [];

    /// <summary>The recorded trace.</summary>
    public RunTrace Trace { get; } = new();

    /// <summary>The places of the run's plugins.</summary>
    public RunPlaces Places => places;

    /// <summary>Adds an action to execute for each chunk while its columns are available.</summary>
    public void AtChunk(Action keep) => _columns.Add(keep);

    /// <summary>Whether the values of an indicator have not been recorded yet.</summary>
    public bool IsNew(IndicatorColumn column, int offset, BarSeries bars) => _known.Add((column, offset, bars));

    /// <inheritdoc/>
    public void Begin(RunDescription run)
    {
        _portfolios = [.. run.Portfolios.Select(portfolio => new PortfolioTrace(Trace, places, portfolio))];
        _classifiers = [.. run.Classifiers.Select(classifier => new ClassifierTrace(Trace, places, classifier))];
    }

    /// <inheritdoc/>
    public void Record(RunJournal journal)
    {
        // What is settled after the last chunk happens only because the run ends.
        if (journal.Chunk is not { } chunk)
            return;
        foreach (Action keep in _columns)
            keep();
        for (int i = 0; i < _classifiers.Length; i++)
            _classifiers[i].Take(journal.Classifiers[i]);
        for (int i = 0; i < _portfolios.Length; i++)
            _portfolios[i].Take(journal.Portfolios[i], chunk);
        Trace.Total.Add(journal.Total.Time.AsSpan(0, journal.Total.Count), journal.Total.Equity.AsSpan(0, journal.Total.Count));
    }

    /// <inheritdoc/>
    public void End(BacktestResult result)
    {
        Trace.Result = result;
        foreach (ContainerFault fault in result.Faults)
        {
            (PluginKind kind, string id) = PluginOf(fault);
            Trace.EventsAt(new TracePlace(TraceStage.Order, fault.Container, kind, id, "fault"))
                .Events.Add(new TraceEvent(fault.Time.Ticks, null, $"a fault on {fault.Event}"));
        }
    }

    private (PluginKind Kind, string Id) PluginOf(ContainerFault fault) =>
        new[] { PluginKind.Classifier, PluginKind.RiskManager, PluginKind.Container, PluginKind.Strategy }
            .Where(kind => fault.Plugin is not null && places.ContainersOf(kind, fault.Plugin).Length > 0)
            .Select(kind => (kind, fault.Plugin!))
            .FirstOrDefault((PluginKind.Strategy, fault.Plugin ?? ""));
}
