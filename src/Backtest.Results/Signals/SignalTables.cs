using Backtest.Engine;

namespace Backtest.Results;

/// <summary>
/// The tables of a run that ends with signals. A signal is written once its longest horizon is complete, in the order signals were given.
/// </summary>
internal sealed class SignalTables : IDisposable
{
    private readonly List<TableWriter> _writers = [];
    private readonly string _folder;
    private readonly bool _isCsv;
    private readonly IReadOnlyList<int> _horizons;
    private readonly Queue<(SignalScope Scope, SignalRecord Record, string Indicators, SignalPath? Path)> _waiting = [];
    private readonly TableWriter _signals;
    private readonly ClassifierScope[] _classifiers;
    private readonly MergedTable<ClassifierScope, RegimeRecord> _regimes;
    private readonly MergedTable<ClassifierScope, RegimeProbabilityRecord> _probabilities;

    public SignalTables(string folder, RunDescription run, IReadOnlyList<int> horizons)
    {
        _folder = folder;
        _isCsv = run.Config.Output.Tables == TableFormat.Csv;
        _horizons = horizons;
        _classifiers = [.. run.Classifiers.Select(classifier => new ClassifierScope(classifier))];
        try
        {
            _signals = Open(new MeasuredSignal(default, null, horizons));
            _regimes = new(Open(default(RegimeRecord)), _classifiers, scope => scope.Journal.Regimes, (in row) => row.Time);
            _probabilities = new(Open(default(RegimeProbabilityRecord)), _classifiers, scope => scope.Journal.Probabilities, (in row) => row.Time);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Keeps a signal until what follows it is known.</summary>
    public void Add(SignalScope scope, in SignalRecord record, string indicators, SignalPath? path) => _waiting.Enqueue((scope, record, indicators, path));

    /// <summary>Writes the signals that no longer wait for bars.</summary>
    public void WriteComplete()
    {
        while (_waiting.TryPeek(out (SignalScope, SignalRecord, string, SignalPath? Path) first) && first.Path is null or { IsComplete: true })
            Write();
    }

    /// <summary>Writes the regimes of a chunk.</summary>
    public void WriteRegimes(RunJournal journal)
    {
        for (int i = 0; i < _classifiers.Length; i++)
            _classifiers[i].Journal = journal.Classifiers[i];
        _regimes.Write();
        _probabilities.Write();
    }

    /// <summary>Writes the remaining signals and the statistics, and closes the files.</summary>
    public void Complete(SignalReport report)
    {
        while (_waiting.Count > 0)
            Write();
        var none = new NoScope();
        TableWriter statistics = Open(default(StatisticRow));
        foreach (SignalStatistic statistic in report.Statistics)
        {
            new StatisticRow(statistic).Describe(new CellFields(statistics, none));
            statistics.EndRow();
        }

        TableWriter overlaps = Open(default(OverlapRow));
        foreach (SignalOverlap overlap in report.Overlaps)
        {
            new OverlapRow(overlap).Describe(new CellFields(overlaps, none));
            overlaps.EndRow();
        }

        _writers.ForEach(writer => writer.Complete());
    }

    /// <inheritdoc/>
    public void Dispose() => _writers.ForEach(writer => writer.Dispose());

    private void Write()
    {
        (SignalScope scope, SignalRecord record, string indicators, SignalPath? path) = _waiting.Dequeue();
        scope.Text = indicators;
        new MeasuredSignal(record, path, _horizons).Describe(new CellFields(_signals, scope));
        _signals.EndRow();
    }

    private TableWriter Open<TRow>(TRow row)
        where TRow : struct, IRow
    {
        TableWriter writer = TableWriter.Create(_folder, TRow.Table, TableSchema.Of(row), _isCsv);
        _writers.Add(writer);
        return writer;
    }

    private sealed class NoScope() : RowScope(RowNames.OfPortfolio("", []));
}

/// <summary>A portfolio whose signals are written later than they occur, when their indicator values have been converted to text.</summary>
internal sealed class SignalScope(PortfolioDescription description) : RowScope(RowNames.OfPortfolio(description.Name, description.Strategies))
{
    /// <summary>The indicator values of the signal being written.</summary>
    public string Text { get; set; } = "{}";

    /// <inheritdoc/>
    public override string Indicators(int strategyIndex, int first, int count) => Text;
}
