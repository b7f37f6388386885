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
    private readonly EquityTable _equityTable = new();
    private readonly TableWriter _equityWriter;
    private readonly MergedTable<PortfolioScope, SignalRecord> _signals;
    private readonly MergedTable<PortfolioScope, OrderRow> _orders;
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
            _equityWriter = Open(_equityTable);
            _signals = Open(new SignalsTable(), _portfolios, scope => scope.Journal.Signals, (_, in row) => row.Turn);
            _orders = Open(new OrdersTable(), _portfolios, scope => scope.Orders, (_, in row) => row.Turn);
            _fills = Open(new FillsTable(), _portfolios, scope => scope.Journal.Fills, (_, in row) => row.Turn);
            _trades = Open(new TradesTable(), _portfolios, scope => scope.Journal.Trades, (_, in row) => row.Turn);
            _actions = Open(new ActionsTable(), _portfolios, scope => scope.Journal.Actions, (_, in row) => row.Turn);
            _positions = Open(new PositionsTable(), _portfolios, scope => scope.Journal.Positions, (_, in _) => 0);
            _regimes = Open(new RegimesTable(), _classifiers, scope => scope.Journal.Regimes, (_, in row) => row.Time);
            _probabilities =
                Open(new RegimeProbabilitiesTable(), _classifiers, scope => scope.Journal.Probabilities, (_, in row) => row.Time);
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
                EquityColumns rows = _equity[i].Rows;
                ref int next = ref _nextEquity[i];
                if (next < rows.Count && rows.Time[next] == total.Time[turn])
                    _equityTable.Write(_equity[i], next++, _equityWriter);
            }
        }
    }

    private MergedTable<TScope, TRow> Open<TScope, TRow>(
        Table<TScope, TRow> table, TScope[] scopes, Func<TScope, Rows<TRow>> rows, CellGetter<TScope, TRow, long> moment)
        where TRow : struct => new(table, Open(table), scopes, rows, moment);

    private TableWriter Open<TScope, TRow>(Table<TScope, TRow> table)
    {
        TableWriter writer = TableWriter.Create(_folder, table.Name, table.Schema, _isCsv);
        _writers.Add(writer);
        return writer;
    }
}
