using System.Globalization;
using System.Text;
using Backtest.Engine;

namespace Backtest.Tests;

/// <summary>Keeps every row of a run's tables as text, with the turn that orders it among the rows of other containers.</summary>
internal sealed class RowsRecorder : IRunRecorder
{
    private readonly SortedDictionary<string, StringBuilder> _tables = new(StringComparer.Ordinal);
    private RunDescription? _run;

    /// <summary>The rows, table by table.</summary>
    public string Text => string.Concat(_tables.Select(table => $"{table.Key}\n{table.Value}"));

    public void Begin(RunDescription run) => _run = run;

    public void Record(RunJournal journal)
    {
        for (int i = 0; i < journal.Portfolios.Count; i++)
        {
            PortfolioDescription portfolio = _run!.Portfolios[i];
            Record(journal.Portfolios[i], RowNames.OfPortfolio(portfolio.Name, portfolio.Strategies));
        }

        for (int i = 0; i < journal.Classifiers.Count; i++)
        {
            RowNames names = RowNames.OfClassifier(_run!.Classifiers[i]);
            Add(journal.Classifiers[i].Regimes, names);
            Add(journal.Classifiers[i].Probabilities, names);
        }

        Add("total", journal.Total);
    }

    public void End(BacktestResult result)
    {
    }

    private void Record(PortfolioJournal journal, RowNames names)
    {
        Add(names.Container, journal.Equity);
        Add(journal.Signals, names, row => row.Turn, journal.IndicatorValues);
        Add(journal.Orders, names, row => row.Turn);
        Add(journal.OrderStates, names, row => row.Turn);
        Add(journal.Fills, names, row => row.Turn);
        Add(journal.Trades, names, row => row.Turn);
        Add(journal.Actions, names, row => row.Turn);
        Add(journal.Positions, names);
    }

    private void Add<TRow>(Rows<TRow> rows, RowNames names, Func<TRow, long>? turn = null, Rows<double>? values = null)
        where TRow : struct, IRow
    {
        StringBuilder table = Table(TRow.Table, names.Container);
        foreach (TRow row in rows.Span)
        {
            row.Describe(new TextFields(table, names, values));
            table.Append(CultureInfo.InvariantCulture, $"turn {turn?.Invoke(row)}\n");
        }
    }

    private void Add(string container, EquityColumns equity)
    {
        StringBuilder table = Table("equity", container);
        for (int row = 0; row < equity.Count; row++)
        {
            table.Append(
                CultureInfo.InvariantCulture,
                $"{equity.Time[row]} {equity.BarStart[row]} {equity.Day[row]} {equity.Equity[row]} {equity.Cash[row]} {equity.Exposure[row]} {equity.Drawdown[row]}\n");
        }
    }

    private StringBuilder Table(string name, string container)
    {
        string key = $"{name} of {container}";
        if (!_tables.TryGetValue(key, out StringBuilder? table))
            _tables.Add(key, table = new StringBuilder());
        return table;
    }
}
