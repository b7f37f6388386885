using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The tables of a run folder, written during the run.</summary>
internal sealed class RunTables : IDisposable
{
    private readonly List<TableWriter> _writers = [];
    private readonly string _folder;
    private readonly bool _isCsv;
    private readonly PortfolioScope[] _portfolios;
    private readonly ClassifierScope[] _classifiers;
    private readonly EquityTable _equity;
    private readonly MergedTable<PortfolioScope, SignalRecord> _signals;
    private readonly MergedTable<PortfolioScope, OrderRecord> _orders;
    private readonly MergedTable<PortfolioScope, OrderStateRecord> _orderStates;
    private readonly MergedTable<PortfolioScope, FillRecord> _fills;
    private readonly MergedTable<PortfolioScope, TradeRecord> _trades;
    private readonly MergedTable<PortfolioScope, ActionRecord> _actions;
    private readonly MergedTable<PortfolioScope, InterestRecord>? _interest; // if the run has any
    private readonly MergedTable<PortfolioScope, PositionRecord> _positions;
    private readonly MergedTable<ClassifierScope, RegimeRecord> _regimes;
    private readonly MergedTable<ClassifierScope, RegimeProbabilityRecord> _probabilities;

    public RunTables(string folder, RunDescription run)
    {
        _folder = folder;
        _isCsv = run.Config.Output.Tables == TableFormat.Csv;
        _portfolios = [.. run.Portfolios.Select(portfolio => new PortfolioScope(portfolio))];
        _classifiers = [.. run.Classifiers.Select(classifier => new ClassifierScope(classifier))];
        try
        {
            _equity = new EquityTable(Open<EquityRow>(), run);
            _signals = Open<PortfolioScope, SignalRecord>(_portfolios, scope => scope.Journal.Signals, (in row) => row.Turn);
            _orders = Open<PortfolioScope, OrderRecord>(_portfolios, scope => scope.Orders, (in row) => row.Turn);
            _orderStates = Open<PortfolioScope, OrderStateRecord>(_portfolios, scope => scope.Journal.OrderStates, (in row) => row.Turn);
            _fills = Open<PortfolioScope, FillRecord>(_portfolios, scope => scope.Journal.Fills, (in row) => row.Turn);
            _trades = Open<PortfolioScope, TradeRecord>(_portfolios, scope => scope.Journal.Trades, (in row) => row.Turn);
            _actions = Open<PortfolioScope, ActionRecord>(_portfolios, scope => scope.Journal.Actions, (in row) => row.Turn);
            if (run.Config.Execution.Interest is not null)
                _interest = Open<PortfolioScope, InterestRecord>(_portfolios, scope => scope.Journal.Interest, (in row) => row.Turn);
            _positions = Open<PortfolioScope, PositionRecord>(_portfolios, scope => scope.Journal.Positions, (in _) => 0);
            _regimes = Open<ClassifierScope, RegimeRecord>(_classifiers, scope => scope.Journal.Regimes, (in row) => row.Time);
            _probabilities = Open<ClassifierScope, RegimeProbabilityRecord>(
                _classifiers, scope => scope.Journal.Probabilities, (in row) => row.Time);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Compiles and loads what tables of a format need.</summary>
    public static void MakeReady(TableFormat format)
    {
        if (format == TableFormat.Parquet)
            ParquetTableWriter.MakeReady();
        _ = TableSchema.Of<EquityRow>();
        _ = TableSchema.Of<SignalRecord>();
        _ = TableSchema.Of<OrderRecord>();
        _ = TableSchema.Of<OrderStateRecord>();
        _ = TableSchema.Of<FillRecord>();
        _ = TableSchema.Of<TradeRecord>();
        _ = TableSchema.Of<ActionRecord>();
        _ = TableSchema.Of<PositionRecord>();
        _ = TableSchema.Of<RegimeRecord>();
        _ = TableSchema.Of<RegimeProbabilityRecord>();
    }

    /// <summary>Writes a chunk. Orders are kept, because they arrive when they end, but their table is in the order they were placed.</summary>
    public void Record(RunJournal journal)
    {
        for (int i = 0; i < _portfolios.Length; i++)
            _portfolios[i].Take(journal.Portfolios[i]);
        for (int i = 0; i < _classifiers.Length; i++)
            _classifiers[i].Journal = journal.Classifiers[i];
        _equity.Record(journal);
        _signals.Write();
        _orderStates.Write();
        _fills.Write();
        _trades.Write();
        _actions.Write();
        _interest?.Write();
        _positions.Write();
        _regimes.Write();
        _probabilities.Write();
    }

    /// <summary>Writes what was kept, and closes the files.</summary>
    public void Complete()
    {
        foreach (PortfolioScope portfolio in _portfolios)
            portfolio.SortOrders();
        _orders.Write();
        _equity.Complete();
        foreach (TableWriter writer in _writers)
            writer.Complete();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (TableWriter writer in _writers)
            writer.Dispose();
    }

    private MergedTable<TScope, TRow> Open<TScope, TRow>(TScope[] scopes, Func<TScope, Rows<TRow>> rows, RowMoment<TRow> moment)
        where TScope : RowScope
        where TRow : struct, IRow => new(Open<TRow>(), scopes, rows, moment);

    private TableWriter Open<TRow>()
        where TRow : struct, IRow
    {
        TableWriter writer = TableWriter.Create(_folder, TRow.Table, TableSchema.Of<TRow>(), _isCsv);
        _writers.Add(writer);
        return writer;
    }
}
