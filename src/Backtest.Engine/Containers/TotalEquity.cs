namespace Backtest.Engine;

/// <summary>
/// Sums the portfolios' values, in declaration order, at every turn for which at least one of them has a row; a portfolio without a row counts at its
/// last value.
/// </summary>
[Reads<RiskPortfolioContainer>(ReadTime.Settled)]
[Reads<ClassifierContainer>(ReadTime.Settled)] // those under classifiers as well
public sealed class TotalEquity
{
    private readonly RiskPortfolioContainer[] _portfolios;
    private readonly PortfolioStanding[] _standings;
    private readonly TradingDays _days;
    private double _peak;

    internal TotalEquity(IEnumerable<RiskPortfolioContainer> portfolios)
    {
        _portfolios = [.. portfolios];
        _standings = [.. _portfolios.Select(portfolio => new PortfolioStanding(portfolio.Recorder.Journal.Equity, portfolio.Config.Capital))];
        _days = new TradingDays([.. _portfolios.SelectMany(portfolio => portfolio.Turns.Sources).DistinctBy(source => source.Symbol)]);
        foreach (RiskPortfolioContainer portfolio in _portfolios)
            _peak += (double)portfolio.Config.Capital;
    }

    /// <summary>A row for each turn of the chunk that a portfolio has a row for.</summary>
    internal EquityColumns Equity { get; } = new();

    /// <summary>The calendar shared by all instruments traded; <see langword="null"/> if they do not share one.</summary>
    internal ITradingCalendar? Calendar => _days.Calendar;

    /// <summary>Sums the chunk's rows once every portfolio has written its own.</summary>
    public void OnBars(BarChunk chunk)
    {
        if (AreInStep())
            SumColumns();
        else
            SumRows();
        _peak = Equity.EndSum(_peak);
        foreach (PortfolioStanding standing in _standings)
            standing.EndChunk();
    }

    /// <summary>Whether all portfolios have rows for the same turns: the common case, summed in columns.</summary>
    private bool AreInStep()
    {
        EquityColumns first = _standings[0].Rows;
        for (int i = 1; i < _standings.Length; i++)
        {
            if (!_standings[i].Rows.IsInStep(first))
                return false;
        }

        return true;
    }

    private void SumColumns()
    {
        Equity.BeginSum(_standings[0].Rows);
        foreach (PortfolioStanding standing in _standings)
            Equity.AddTo(standing.Rows);
        // The total has its own days if its portfolios' calendars differ.
        for (int row = _days.GoesByBars ? Math.Max(0, Equity.Count - 1) : 0; row < Equity.Count; row++)
            Equity.Day[row] = _days.Next(Equity.Time[row], Equity.Day[row]);
    }

    private void SumRows()
    {
        while (NextTime() is var time and < long.MaxValue)
        {
            long bar = long.MaxValue;
            int day = 0;
            double equity = 0;
            double cash = 0;
            double gross = 0;
            foreach (PortfolioStanding standing in _standings)
            {
                if (standing.Take(time) is { } row)
                {
                    bar = Math.Min(bar, standing.Rows.BarStart[row]);
                    day = Math.Max(day, standing.Rows.Day[row]);
                }

                equity += standing.Equity;
                cash += standing.Cash;
                gross += standing.Gross;
            }

            Equity.Add(time, bar, _days.Next(time, day), equity, cash, gross, drawdown: 0);
        }
    }

    private long NextTime()
    {
        long next = long.MaxValue;
        foreach (PortfolioStanding standing in _standings)
            next = Math.Min(next, standing.NextTime);
        return next;
    }
}
