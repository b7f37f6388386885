namespace Backtest.Tests;

/// <summary>Records everything that happens in a run.</summary>
public sealed class RecordedRun : IRunRecorder
{
    public RunDescription Description { get; private set; } = null!;

    public BacktestResult Result { get; private set; } = null!;

    public List<(string Portfolio, SignalRecord Signal)> Signals { get; } = [];

    /// <summary>The indicator values of the signals, one signal after the other.</summary>
    public List<double> IndicatorValues { get; } = [];

    public List<(string Portfolio, OrderRecord Order)> Orders { get; } = [];

    public List<(string Portfolio, OrderStateRecord State)> OrderStates { get; } = [];

    public List<(string Portfolio, FillEvent Fill)> Fills { get; } = [];

    public List<(string Portfolio, TradeEvent Trade)> Trades { get; } = [];

    public List<(string Portfolio, long Time, double Equity, double Cash, double Exposure)> Equity { get; } = [];

    public List<PositionActionEvent> Actions { get; } = [];

    public List<InterestEvent> Interest { get; } = [];

    /// <summary>The turns in which actions took effect, portfolio by portfolio.</summary>
    public List<(string Portfolio, long Turn, long Time)> ActionTurns { get; } = [];

    public List<PositionRecord> Positions { get; } = [];

    public List<RegimeRecord> Regimes { get; } = [];

    public void Begin(RunDescription run) => Description = run;

    public void Record(RunJournal journal)
    {
        for (int i = 0; i < journal.Portfolios.Count; i++)
        {
            string name = Description.Portfolios[i].Name;
            PortfolioJournal portfolio = journal.Portfolios[i];
            foreach (SignalRecord signal in portfolio.Signals.Span)
                Signals.Add((name, signal));
            IndicatorValues.AddRange(portfolio.IndicatorValues.Span);
            foreach (OrderRecord order in portfolio.Orders.Span)
                Orders.Add((name, order));
            foreach (OrderStateRecord state in portfolio.OrderStates.Span)
                OrderStates.Add((name, state));
            foreach (FillRecord fill in portfolio.Fills.Span)
                Fills.Add((name, fill.Fill));
            foreach (TradeRecord trade in portfolio.Trades.Span)
                Trades.Add((name, trade.Trade));
            foreach (ActionRecord action in portfolio.Actions.Span)
            {
                Actions.Add(action.Action);
                ActionTurns.Add((name, action.Turn, action.Action.Time));
            }

            foreach (InterestRecord interest in portfolio.Interest.Span)
                Interest.Add(interest.Interest);
            foreach (PositionRecord position in portfolio.Positions.Span)
                Positions.Add(position);
            AddEquity(name, portfolio.Equity);
        }

        AddEquity("total", journal.Total);
        foreach (ClassifierJournal classifier in journal.Classifiers)
        {
            foreach (RegimeRecord regime in classifier.Regimes.Span)
                Regimes.Add(regime);
        }
    }

    public void End(BacktestResult result) => Result = result;

    /// <summary>The prices of the fills, in the order they happened.</summary>
    public IReadOnlyList<decimal> FillPrices => [.. Fills.Select(fill => fill.Fill.Price)];

    /// <summary>The quantities of the fills, negative for sales, in the order they happened.</summary>
    public IReadOnlyList<decimal> FillQuantities =>
        [.. Fills.Select(fill => fill.Fill.Side == Side.Buy ? fill.Fill.Quantity : -fill.Fill.Quantity)];

    /// <summary>The results of the signals: the outcome, or the reason of the veto.</summary>
    public IReadOnlyList<string> Outcomes => [.. Signals.Select(signal => signal.Signal.RiskLimit ?? signal.Signal.Outcome.ToString())];

    /// <summary>An order by its id.</summary>
    public OrderRecord Order(int id) => Assert.Single(Orders, order => order.Order.Order.Id == id).Order;

    /// <summary>Every row of one portfolio made of bars that ended by a time, as text, without what is numbered per chunk.</summary>
    public IReadOnlyList<string> Rows(string portfolio, long until = long.MaxValue) =>
    [
        .. Equity.Where(row => row.Portfolio == portfolio && row.Time <= until).Select(row => row.ToString()),
        .. Signals.Where(row => row.Portfolio == portfolio && row.Signal.Signal.Time.Ticks <= until)
            .Select(row => (row.Signal with { FirstValue = 0 }).ToString()),
        .. Fills.Where(row => row.Portfolio == portfolio && row.Fill.BarStart.Ticks < until && row.Fill.Time.Ticks <= until).Select(row => row.Fill.ToString()),
        .. Trades.Where(row => row.Portfolio == portfolio && row.Trade.ExitBarStart < until && row.Trade.ExitTime <= until).Select(row => row.Trade.ToString()),
        .. until == long.MaxValue ? Orders.Where(row => row.Portfolio == portfolio).Select(row => row.Order.ToString()) : [],
    ];

    /// <summary>Every row of one portfolio, as text, without the run's numbers of turns and instruments.</summary>
    public IReadOnlyList<string> OwnRows(string portfolio)
    {
        return
        [
            .. Equity.Where(row => row.Portfolio == portfolio).Select(row => row.ToString()),
            .. Signals.Where(row => row.Portfolio == portfolio).Select(row => (row.Signal with
            {
                FirstValue = 0,
                Turn = 0,
                Signal = row.Signal.Signal with { Instrument = Own(row.Signal.Signal.Instrument) },
            }).ToString()),
            .. Orders.Where(row => row.Portfolio == portfolio).Select(row => (row.Order with
            {
                Turn = 0,
                Order = row.Order.Order with { Instrument = Own(row.Order.Order.Instrument) },
            }).ToString()),
            .. Fills.Where(row => row.Portfolio == portfolio).Select(row => (row.Fill with { Instrument = Own(row.Fill.Instrument) }).ToString()),
            .. Trades.Where(row => row.Portfolio == portfolio)
                .Select(row => (row.Trade with { Instrument = Own(row.Trade.Instrument) }).ToString()),
        ];

        static Instrument Own(Instrument instrument) => instrument with { Index = 0 };
    }

    private void AddEquity(string name, EquityColumns equity)
    {
        for (int row = 0; row < equity.Count; row++)
            Equity.Add((name, equity.Time[row], equity.Equity[row], equity.Cash[row], equity.Exposure[row]));
    }
}
