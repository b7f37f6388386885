using System.Collections.Immutable;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Copies the rows of a run to memory, because what recorders receive is valid only during the call.</summary>
public sealed class RowRecorder : IRunRecorder
{
    private readonly List<Kept<TradeRow>> _trades = [];
    private readonly List<Kept<FillRow>> _fills = [];
    private readonly List<Kept<OrderRow>> _orders = [];
    private readonly List<Kept<SignalRow>> _signals = [];
    private readonly List<Kept<OrderStateRow>> _orderStates = [];
    private readonly List<Kept<ActionRow>> _actions = [];
    private readonly List<Kept<InterestRow>> _interest = [];
    private readonly List<Kept<RegimeRow>> _regimes = [];
    private readonly List<PositionRow> _positions = [];
    private IReadOnlyList<ClassifierDescription> _classifiers = [];
    private IReadOnlyList<PortfolioDescription> _portfolios = [];
    private EquitySeries[] _equity = [];
    private EquitySeries _total = new(RunEquity.TotalName);

    /// <summary>The equity of the portfolios.</summary>
    public RunEquity Equity => new(_equity, _total);

    /// <summary>The trades, in the order they ended.</summary>
    public ImmutableArray<TradeRow> Trades => Sorted(_trades);

    /// <summary>The fills, in the order they happened.</summary>
    public ImmutableArray<FillRow> Fills => Sorted(_fills);

    /// <summary>The orders, in the order they were placed.</summary>
    public ImmutableArray<OrderRow> Orders => Sorted(_orders);

    /// <summary>The signals, in the order they were decided.</summary>
    public ImmutableArray<SignalRow> Signals => Sorted(_signals);

    /// <summary>The states of the orders, in the order they occurred.</summary>
    public ImmutableArray<OrderStateRow> OrderStates => Sorted(_orderStates);

    /// <summary>The effects of splits and dividends on positions.</summary>
    public ImmutableArray<ActionRow> Actions => Sorted(_actions);

    /// <summary>Interest paid and received.</summary>
    public ImmutableArray<InterestRow> Interest => Sorted(_interest);

    /// <summary>The changes of regime, by time.</summary>
    public ImmutableArray<RegimeRow> Regimes => Sorted(_regimes);

    /// <summary>The positions that are open at the end, portfolio by portfolio.</summary>
    public ImmutableArray<PositionRow> Positions => [.. _positions];

    /// <inheritdoc/>
    public void Begin(RunDescription run)
    {
        _portfolios = run.Portfolios;
        _classifiers = run.Classifiers;
        _equity = [.. run.Portfolios.Select(portfolio => new EquitySeries(portfolio.Name))];
        _total = new EquitySeries(RunEquity.TotalName);
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
        for (int i = 0; i < _classifiers.Count; i++)
        {
            foreach (ref readonly RegimeRecord row in journal.Classifiers[i].Regimes.Span)
                _regimes.Add(new(row.Time, i, row.Sequence, RegimeRow.Of(_classifiers[i], row)));
        }
    }

    /// <inheritdoc/>
    public void End(BacktestResult result)
    {
    }

    private void Keep(PortfolioJournal journal, int portfolio)
    {
        PortfolioDescription of = _portfolios[portfolio];
        foreach (ref readonly TradeRecord row in journal.Trades.Span)
            _trades.Add(new(row.Turn, portfolio, row.Sequence, TradeRow.Of(of, row)));
        foreach (ref readonly FillRecord row in journal.Fills.Span)
            _fills.Add(new(row.Turn, portfolio, row.Sequence, FillRow.Of(of, row)));
        foreach (ref readonly OrderRecord row in journal.Orders.Span)
            _orders.Add(new(row.Turn, portfolio, row.Sequence, OrderRow.Of(of, row)));
        foreach (ref readonly OrderStateRecord row in journal.OrderStates.Span)
            _orderStates.Add(new(row.Turn, portfolio, row.Sequence, OrderStateRow.Of(of, row)));
        foreach (ref readonly ActionRecord row in journal.Actions.Span)
            _actions.Add(new(row.Turn, portfolio, row.Sequence, ActionRow.Of(of, row)));
        foreach (ref readonly InterestRecord row in journal.Interest.Span)
            _interest.Add(new(row.Turn, portfolio, row.Sequence, InterestRow.Of(of, row)));
        foreach (ref readonly PositionRecord row in journal.Positions.Span)
            _positions.Add(PositionRow.Of(of, row));
        foreach (ref readonly SignalRecord row in journal.Signals.Span)
            _signals.Add(new(row.Turn, portfolio, row.Sequence, SignalRow.Of(of, row, journal.IndicatorValues.Span)));
    }

    // In the order of the tables: turn by turn, and within a turn portfolio by portfolio.
    private static ImmutableArray<TRow> Sorted<TRow>(List<Kept<TRow>> rows) =>
        [.. rows.OrderBy(row => row.Moment).ThenBy(row => row.Container).ThenBy(row => row.Sequence).Select(row => row.Row)];

    private readonly record struct Kept<TRow>(long Moment, int Container, long Sequence, TRow Row);
}
