namespace Backtest.Engine;

/// <summary>Values a portfolio at the end of each turn with a bar of a traded instrument, from the first day of trading on.</summary>
[Reads<Portfolio>(ReadTime.Settled)]
public sealed class Valuation
{
    private readonly Portfolio _portfolio;
    private readonly int _tradeFrom;
    private double _peak;

    internal Valuation(Portfolio portfolio, int tradeFrom)
    {
        _portfolio = portfolio;
        _tradeFrom = tradeFrom;
        _peak = (double)portfolio.Capital;
    }

    /// <summary>
    /// The first day valued at or below zero, and that equity; <see langword="null"/> if there was none. Valuation continues after a fault, at which
    /// <see cref="Ruin"/> stops.
    /// </summary>
    internal (DateOnly Day, double Equity)? FirstBelow { get; private set; }

    /// <summary>Emits the value of the portfolio in each turn of a quiet stretch.</summary>
    public void OnQuiet(QuietStretch stretch, IPortfolioEvents portfolios)
    {
        ReadOnlySpan<int> days = stretch.Days;
        ReadOnlySpan<double> equity = stretch.Equity;
        int first = 0;
        while (first < days.Length && days[first] < _tradeFrom)
            first++;
        if (first == days.Length)
            return;
        double before = _peak;
        double peak = before;
        for (int i = first; i < equity.Length; i++)
        {
            double value = equity[i];
            if (value <= 0)
                FirstBelow ??= (DateOnly.FromDayNumber(days[i]), value);
            if (!(value <= peak)) // true for most values, which then need not wait for the maximum
                peak = Math.Max(peak, value);
        }

        _peak = peak;
        portfolios.Emit(new QuietValuationEvent(stretch, first, _portfolio.CashAmount, before));
    }

    /// <summary>Emits the value of the portfolio.</summary>
    [RunsAfterFault]
    public void OnBar(in Turn turn, IPortfolioEvents portfolios)
    {
        if (turn.Bars.IsEmpty || turn.Day < _tradeFrom)
            return;
        double equity = _portfolio.Equity;
        _peak = Math.Max(_peak, equity);
        if (equity <= 0)
            FirstBelow ??= (DateOnly.FromDayNumber(turn.Day), equity);
        portfolios.Emit(new PortfolioEvent(
            new DateTime(turn.End, DateTimeKind.Utc),
            new DateTime(turn.Label, DateTimeKind.Utc),
            equity,
            _portfolio.CashAmount,
            EquityColumns.ExposureOf(_portfolio.GrossNotional, equity),
            (_peak - equity) / _peak));
    }
}
