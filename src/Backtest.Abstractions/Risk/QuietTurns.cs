using System.ComponentModel;

namespace Backtest;

/// <summary>
/// Consecutive turns in which nothing happens to a portfolio except that prices move: no signal, fill, change of regime or corporate action. Each has
/// a bar of an instrument the portfolio trades.
/// </summary>
public readonly ref struct QuietTurns
{
    /// <summary>Turns of a portfolio. For the host and tests.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public QuietTurns(PortfolioView portfolio, ReadOnlySpan<int> days, ReadOnlySpan<double> equity, ReadOnlySpan<double> grossNotional)
    {
        Portfolio = portfolio;
        Days = days;
        Equity = equity;
        GrossNotional = grossNotional;
    }

    /// <summary>
    /// The portfolio before the first of them. Its holdings and resting orders stay the same through all of them; what the market changes is in the
    /// columns.
    /// </summary>
    public PortfolioView Portfolio { get; }

    /// <summary>How many there are; at least one.</summary>
    public int Count => Days.Length;

    /// <summary>The portfolio's trading days, as day numbers.</summary>
    public ReadOnlySpan<int> Days { get; }

    /// <summary>Cash and positions at the closes of each turn, in money.</summary>
    public ReadOnlySpan<double> Equity { get; }

    /// <summary>The sum over instruments of |net quantity| · close · multiplier in each turn.</summary>
    public ReadOnlySpan<double> GrossNotional { get; }
}
