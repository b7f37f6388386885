namespace Backtest.Results;

/// <summary>The time a portfolio was measured over.</summary>
/// <param name="Start">The start of the first traded bar, UTC.</param>
/// <param name="End">The end of the last bar, UTC.</param>
/// <param name="PeriodsPerYear">The number of returns per year with which annual figures were scaled.</param>
public sealed record MeasuredTime(DateTime Start, DateTime End, double PeriodsPerYear)
{
    private const int LeastMonths = 3;

    /// <summary>Whether it is less than three months, too little for meaningful annual figures.</summary>
    public bool IsShort => End < Start.AddMonths(LeastMonths);
}
