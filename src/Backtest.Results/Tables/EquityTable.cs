using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The equity table: either of every turn, written during the run, or of each trading day, kept until the run ends.</summary>
internal sealed class EquityTable
{
    private const string Total = "total";

    private readonly TableWriter _writer;
    private readonly EquityScope[] _scopes;
    private readonly int[] _next;
    private readonly MergedTable<EquityScope, EquityRow>? _days;

    public EquityTable(TableWriter writer, RunDescription run)
    {
        _writer = writer;
        _scopes = [.. run.Portfolios.Select(portfolio => new EquityScope(portfolio.Name)), new EquityScope(Total)];
        _next = new int[_scopes.Length];
        if (run.Config.Output.Equity == EquityFrequency.Daily)
            _days = new(writer, _scopes, scope => scope.Days, (in row) => row.Time);
    }

    /// <summary>Adds a chunk.</summary>
    public void Record(RunJournal journal)
    {
        for (int i = 0; i < journal.Portfolios.Count; i++)
            _scopes[i].Rows = journal.Portfolios[i].Equity;
        _scopes[^1].Rows = journal.Total;
        if (_days is null)
        {
            WriteTurns(journal.Total);
            return;
        }

        foreach (EquityScope scope in _scopes)
            scope.KeepDays();
    }

    /// <summary>Writes the rows that were kept. A row is known to be the last of its day only once a later turn comes.</summary>
    public void Complete() => _days?.Write();

    /// <summary>Writes a row for the total, preceded by a row for each portfolio that has one at that time.</summary>
    private void WriteTurns(EquityColumns total)
    {
        Array.Clear(_next);
        for (int turn = 0; turn < total.Count; turn++)
        {
            for (int i = 0; i < _scopes.Length; i++)
            {
                EquityScope scope = _scopes[i];
                ref int next = ref _next[i];
                if (next == scope.Rows.Count || scope.Rows.Time[next] != total.Time[turn])
                    continue;
                new EquityRow(scope.Rows, next++).Describe(new CellFields(_writer, scope));
                _writer.EndRow();
            }
        }
    }
}
