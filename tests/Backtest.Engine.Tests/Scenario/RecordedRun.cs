namespace Backtest.Tests;

/// <summary>Keeps all that happened in a run.</summary>
public sealed class RecordedRun : IRunRecorder
{
    public RunDescription Description { get; private set; } = null!;

    public BacktestResult Result { get; private set; } = null!;

    public List<(string Portfolio, SignalRecord Signal)> Signals { get; } = [];

    public List<(string Portfolio, OrderRecord Order)> Orders { get; } = [];

    public List<(string Portfolio, FillEvent Fill)> Fills { get; } = [];

    public List<(string Portfolio, TradeRecord Trade)> Trades { get; } = [];

    public List<(string Portfolio, long Time, double Equity)> Equity { get; } = [];

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
            foreach (OrderRecord order in portfolio.Orders.Span)
                Orders.Add((name, order));
            foreach (FillRecord fill in portfolio.Fills.Span)
                Fills.Add((name, fill.Fill));
            foreach (TradeRecord trade in portfolio.Trades.Span)
                Trades.Add((name, trade));
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

    private void AddEquity(string name, EquityColumns equity)
    {
        for (int row = 0; row < equity.Count; row++)
            Equity.Add((name, equity.Time[row], equity.Equity[row]));
    }
}
