using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Records what happens in a portfolio.</summary>
internal sealed class PortfolioTrace
{
    private readonly RunTrace _trace;
    private readonly RowNames _names;
    private readonly EventStream[] _signals;
    private readonly EventStream _risk;
    private readonly EventStream _orders;
    private readonly EventStream _fills;
    private readonly EventStream _actions;
    private readonly ValueStream<double> _equity;
    private readonly ValueStream<double> _cash;

    public PortfolioTrace(RunTrace trace, RunPlaces places, PortfolioDescription portfolio)
    {
        _trace = trace;
        _names = RowNames.OfPortfolio(portfolio.Name, portfolio.Strategies);
        string path = RunPlaces.PathOf(portfolio);
        string risk = places.RiskOf(path);
        _signals =
        [
            .. portfolio.Strategies.Select(name =>
            {
                (PluginKind kind, string id) = places.StrategyOf(path, name);
                return trace.EventsAt(new TracePlace(TraceStage.Signal, path, kind, id, name));
            }),
        ];
        _risk = Events(TraceStage.Order, "signals");
        _orders = Events(TraceStage.Order, "orders");
        _fills = Events(TraceStage.Fill, "fills");
        _actions = Events(TraceStage.Fill, "actions");
        _equity = trace.ValuesAt<double>(Place(TraceStage.Equity, "equity"), "equity", symbol: null);
        _cash = trace.ValuesAt<double>(Place(TraceStage.Equity, "cash"), "cash", symbol: null);

        TracePlace Place(TraceStage stage, string detail) => new(stage, path, PluginKind.RiskManager, risk, detail);

        EventStream Events(TraceStage stage, string detail) => trace.EventsAt(Place(stage, detail));
    }

    /// <summary>Records what happened in a chunk.</summary>
    public void Take(PortfolioJournal journal, BarChunk chunk)
    {
        foreach (ref readonly SignalRecord row in journal.Signals.Span)
        {
            long time = row.Signal.Time.Ticks;
            string symbol = row.Signal.Instrument.Symbol;
            _signals[row.Signal.StrategyIndex].Events.Add(new TraceEvent(time, symbol, RowText.Of(row, _names, RowPart.Strategy))
            {
                Decision = row.Signal.Action switch
                {
                    SignalAction.Enter => $"enter {row.Signal.Direction}",
                    SignalAction.Exit => "exit",
                    SignalAction.Target => "target",
                    SignalAction.Cancel => "cancel",
                    _ => "amend",
                },
            });
            _risk.Events.Add(new TraceEvent(time, symbol, RowText.Of(row, _names, RowPart.Risk)));
        }

        // An action happens before the first bar of its day, and therefore after a bar that ends at the same time.
        foreach (ref readonly OrderStateRecord row in journal.OrderStates.Span)
        {
            long time = row.Cause == OrderCause.Split ? row.Time + 1 : KnownAt(row.Turn);
            _orders.Events.Add(new TraceEvent(time, null, RowText.Of(row, _names)));
        }

        foreach (ref readonly FillRecord row in journal.Fills.Span)
            _fills.Events.Add(new TraceEvent(KnownAt(row.Turn), row.Fill.Instrument.Symbol, RowText.Of(row, _names)));
        foreach (ref readonly ActionRecord row in journal.Actions.Span)
            _actions.Events.Add(new TraceEvent(row.Action.Time + 1, row.Action.Instrument.Symbol, RowText.Of(row, _names)));
        foreach (ref readonly TradeRecord row in journal.Trades.Span)
            _trace.Profits.Add(row.Trade.Profit);
        EquityColumns equity = journal.Equity;
        _equity.Add(equity.Time.AsSpan(0, equity.Count), equity.Equity.AsSpan(0, equity.Count));
        _cash.Add(equity.Time.AsSpan(0, equity.Count), equity.Cash.AsSpan(0, equity.Count));

        // A fill at an open has the time of the bar's start, which may precede the bar at which it is known.
        long KnownAt(long turn) => chunk.End((int)Math.Clamp(turn - chunk.FirstTurn, 0, chunk.TurnCount - 1));
    }
}
