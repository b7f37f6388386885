using System.Collections.Immutable;
using Backtest.Engine;

namespace Backtest;

/// <summary>Keeps the rows of a run: they are only valid while they are handed over.</summary>
/// <param name="inner">Takes what happens as well.</param>
internal sealed class RowCollector(IRunRecorder inner) : IRunRecorder
{
    private readonly List<Kept<TradeRow>> _trades = [];
    private readonly List<Kept<FillRow>> _fills = [];
    private readonly List<Kept<OrderRow>> _orders = [];
    private readonly List<Kept<SignalRow>> _signals = [];
    private readonly List<PositionRow> _positions = [];
    private IReadOnlyList<PortfolioDescription> _portfolios = [];
    private EquitySeries[] _equity = [];
    private EquitySeries _total = new("total");

    /// <summary>What the portfolios were worth.</summary>
    public RunEquity Equity => new(_equity, _total);

    /// <summary>The trades, in the order they ended.</summary>
    public ImmutableArray<TradeRow> Trades => Sorted(_trades);

    /// <summary>The fills, in the order they happened.</summary>
    public ImmutableArray<FillRow> Fills => Sorted(_fills);

    /// <summary>The orders, in the order they were placed.</summary>
    public ImmutableArray<OrderRow> Orders => Sorted(_orders);

    /// <summary>The signals, in the order they were decided.</summary>
    public ImmutableArray<SignalRow> Signals => Sorted(_signals);

    /// <summary>The positions still open at the end, portfolio by portfolio.</summary>
    public ImmutableArray<PositionRow> Positions => [.. _positions];

    /// <inheritdoc/>
    public void Begin(RunDescription run)
    {
        _portfolios = run.Portfolios;
        _equity = [.. run.Portfolios.Select(portfolio => new EquitySeries(portfolio.Name))];
        _total = new EquitySeries("total");
        inner.Begin(run);
    }

    /// <inheritdoc/>
    public void Record(RunJournal journal)
    {
        for (int i = 0; i < _equity.Length; i++)
        {
            _equity[i].Add(journal.Portfolios[i].Equity);
            Keep(journal.Portfolios[i], i);
        }

        _total.Add(journal.Total);
        inner.Record(journal);
    }

    /// <inheritdoc/>
    public void End(BacktestResult result) => inner.End(result);

    private void Keep(PortfolioJournal journal, int portfolio)
    {
        PortfolioDescription of = _portfolios[portfolio];
        foreach (ref readonly TradeRecord row in journal.Trades.Span)
            _trades.Add(new(row.Turn, portfolio, row.Sequence, new TradeRow(of.Name, of.Strategies[row.Trade.StrategyIndex], row.Trade)));
        foreach (ref readonly FillRecord row in journal.Fills.Span)
            _fills.Add(new(row.Turn, portfolio, row.Sequence, new FillRow(of.Name, of.Strategies[row.Fill.StrategyIndex], row.Fill)));
        foreach (ref readonly OrderRecord row in journal.Orders.Span)
            _orders.Add(new(row.Turn, portfolio, row.Sequence, new OrderRow(of.Name, of.Strategies[row.Order.StrategyIndex], row)));
        foreach (ref readonly PositionRecord row in journal.Positions.Span)
            _positions.Add(new PositionRow(of.Name, of.Strategies[row.StrategyIndex], row));
        if (journal.Signals.Count == 0)
            return;
        ReadOnlyMemory<double> values = journal.IndicatorValues.Span.ToArray(); // those of the chunk, which its signals share
        foreach (ref readonly SignalRecord row in journal.Signals.Span)
        {
            int strategy = row.Signal.StrategyIndex;
            _signals.Add(new(row.Turn, portfolio, row.Sequence, new SignalRow(
                of.Name, of.Strategies[strategy], row, of.IndicatorNames[strategy], values.Slice(row.FirstValue, row.ValueCount))));
        }
    }

    // As the tables have them: turn by turn, of a turn portfolio by portfolio.
    private static ImmutableArray<TRow> Sorted<TRow>(List<Kept<TRow>> rows) =>
        [.. rows.OrderBy(row => row.Turn).ThenBy(row => row.Portfolio).ThenBy(row => row.Sequence).Select(row => row.Row)];

    private readonly record struct Kept<TRow>(long Turn, int Portfolio, long Sequence, TRow Row);
}
