using System.ComponentModel;

namespace Backtest;

/// <summary>One turn as a risk manager sees it.</summary>
public readonly ref struct RiskTurn
{
    /// <summary>A turn of a portfolio. For the host and tests.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RiskTurn(PortfolioView portfolio, ReadOnlySpan<SignalEvent> signals)
    {
        Portfolio = portfolio;
        Signals = signals;
    }

    /// <summary>The portfolio, valued at the closes of the turn.</summary>
    public PortfolioView Portfolio { get; }

    /// <summary>The signals of the turn: exits before entries, then by strategy, then by symbol.</summary>
    public ReadOnlySpan<SignalEvent> Signals { get; }

    /// <summary>The time of the turn: the end of its bars, UTC.</summary>
    public DateTime Time => Portfolio.Time;
}
