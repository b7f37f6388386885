using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The tables of a run folder, written as the run goes on.</summary>
internal sealed class RunTables : IDisposable
{
    private const string Total = "total";

    private readonly List<TableWriter> _writers = [];
    private readonly string _folder;
    private readonly bool _isCsv;
    private readonly PortfolioScope[] _portfolios;
    private readonly ClassifierScope[] _classifiers;
    private readonly EquityScope[] _equity;
    private readonly int[] _nextEquity;
    private readonly TableWriter _equityWriter;
    private readonly MergedTable<PortfolioScope, SignalRecord> _signals;
    private readonly MergedTable<PortfolioScope, OrderRecord> _orders;
    private readonly MergedTable<PortfolioScope, OrderStateRecord> _orderStates;
    private readonly MergedTable<PortfolioScope, FillRecord> _fills;
    private readonly MergedTable<PortfolioScope, TradeRecord> _trades;
    private readonly MergedTable<PortfolioScope, ActionRecord> _actions;
    private readonly MergedTable<PortfolioScope, PositionRecord> _positions;
    private readonly MergedTable<ClassifierScope, RegimeRecord> _regimes;
    private readonly MergedTable<ClassifierScope, RegimeProbabilityRecord> _probabilities;

    public RunTables(string folder, RunDescription run, bool isCsv)
    {
        _folder = folder;
        _isCsv = isCsv;
        _portfolios = [.. run.Portfolios.Select(portfolio => new PortfolioScope(portfolio))];
        _classifiers = [.. run.Classifiers.Select(classifier => new ClassifierScope(classifier))];
        _equity = [.. run.Portfolios.Select(portfolio => new EquityScope(portfolio.Name)), new EquityScope(Total)];
        _nextEquity = new int[_equity.Length];
        try
        {
            _equityWriter = Open<EquityRow>();
            _signals = Open<PortfolioScope, SignalRecord>(_portfolios, scope => scope.Journal.Signals, (in row) => row.Turn);
            _orders = Open<PortfolioScope, OrderRecord>(_portfolios, scope => scope.Orders, (in row) => row.Turn);
            _orderStates = Open<PortfolioScope, OrderStateRecord>(_portfolios, scope => scope.Journal.OrderStates, (in row) => row.Turn);
            _fills = Open<PortfolioScope, FillRecord>(_portfolios, scope => scope.Journal.Fills, (in row) => row.Turn);
            _trades = Open<PortfolioScope, TradeRecord>(_portfolios, scope => scope.Journal.Trades, (in row) => row.Turn);
            _actions = Open<PortfolioScope, ActionRecord>(_portfolios, scope => scope.Journal.Actions, (in row) => row.Turn);
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

    /// <summary>Writes a chunk. Orders are kept: they come as they end, and their table goes by when they were placed.</summary>
    public void Record(RunJournal journal)
    {
        for (int i = 0; i < _portfolios.Length; i++)
        {
            _portfolios[i].Take(journal.Portfolios[i]);
            _equity[i].Rows = journal.Portfolios[i].Equity;
        }

        _equity[^1].Rows = journal.Total;
        for (int i = 0; i < _classifiers.Length; i++)
            _classifiers[i].Journal = journal.Classifiers[i];
        WriteEquity(journal.Total);
        _signals.Write();
        _orderStates.Write();
        _fills.Write();
        _trades.Write();
        _actions.Write();
        _positions.Write();
        _regimes.Write();
        _probabilities.Write();
    }

    /// <summary>Writes what was kept and closes the files.</summary>
    public void Complete()
    {
        foreach (PortfolioScope portfolio in _portfolios)
            portfolio.SortOrders();
        _orders.Write();
        foreach (TableWriter writer in _writers)
            writer.Complete();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (TableWriter writer in _writers)
            writer.Dispose();
    }

    /// <summary>Writes a row for the total, and before it one for each portfolio that has one at its time.</summary>
    private void WriteEquity(EquityColumns total)
    {
        Array.Clear(_nextEquity);
        for (int turn = 0; turn < total.Count; turn++)
        {
            for (int i = 0; i < _equity.Length; i++)
            {
                EquityScope scope = _equity[i];
                ref int next = ref _nextEquity[i];
                if (next == scope.Rows.Count || scope.Rows.Time[next] != total.Time[turn])
                    continue;
                new EquityRow(scope.Rows, next++).Describe(new CellFields(_equityWriter, scope));
                _equityWriter.EndRow();
            }
        }
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
