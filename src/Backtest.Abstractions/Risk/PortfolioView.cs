namespace Backtest;

/// <summary>A risk manager's view of its portfolio, valued at the closes of the turn, including what was placed in the turn.</summary>
public abstract class PortfolioView
{
    /// <summary>The time of the turn: the end of its bars, UTC.</summary>
    public abstract DateTime Time { get; }

    /// <summary>The portfolio's trading day, as a day number; it never goes back.</summary>
    public abstract int Day { get; }

    /// <summary>
    /// Whether the turn has a bar of the data of an instrument the portfolio trades; otherwise only a longer bar that a strategy decides on or its
    /// classifier reads has ended, or the run. Whatever counts bars counts these turns.
    /// </summary>
    public abstract bool HasBars { get; }

    /// <summary>The money the portfolio started with.</summary>
    public abstract decimal Capital { get; }

    /// <summary>Cash and positions at the last closes, in money.</summary>
    public abstract double Equity { get; }

    /// <summary>Equity computed in decimal, for sizing.</summary>
    public abstract decimal ExactEquity { get; }

    /// <summary>The sum over instruments of |net quantity| · close · multiplier.</summary>
    public abstract double GrossNotional { get; }

    /// <summary>Gross notional with every resting entry, and every exit at the market, as if it had filled.</summary>
    public abstract double GrossNotionalWithEntries { get; }

    /// <summary>
    /// The instruments in which a strategy holds a position, in ordinal order of symbols, even if strategies' positions net to zero.
    /// </summary>
    public abstract ReadOnlySpan<Instrument> Held { get; }

    /// <summary>The net quantity of an instrument over all strategies; below zero short.</summary>
    public abstract decimal Quantity(Instrument instrument);

    /// <summary>The quantity of an instrument that resting entries would add; below zero for sales.</summary>
    public abstract decimal RestingEntries(Instrument instrument);

    /// <summary>The quantity of an instrument that exits at the market, not filled yet, would add; below zero for sales.</summary>
    public abstract decimal RestingExits(Instrument instrument);

    /// <summary>
    /// How many bars of the data an instrument has per year, from their length and its calendar: known before the first bar, never counted.
    /// </summary>
    public abstract double BarsPerYear(Instrument instrument);

    /// <summary>
    /// The orders at work that are not protection, in ordinal order of symbols, each with the quantity left to fill. Valid until the next call.
    /// </summary>
    public abstract ReadOnlySpan<OrderEvent> RestingOrders();

    /// <summary>
    /// The orders at work that protect what strategies hold or are to enter, in ordinal order of symbols: stops, targets and trailing stops. Valid
    /// until the next call.
    /// </summary>
    public abstract ReadOnlySpan<OrderEvent> ProtectiveOrders();

    /// <summary>The names of the portfolio's strategies, by index.</summary>
    public abstract IReadOnlyList<string> Strategies { get; }

    /// <summary>Each strategy's position in each instrument, without flat ones, in the order they were opened. Valid until the next call.</summary>
    public abstract ReadOnlySpan<StrategyPosition> Positions();

    /// <summary>One strategy's position in an instrument; flat if it holds nothing.</summary>
    /// <param name="strategyIndex">The index of the strategy, from 0.</param>
    /// <param name="instrument">The instrument.</param>
    public abstract Position Position(int strategyIndex, Instrument instrument);

    /// <summary>The portfolio's closed trades, oldest first. Valid until the next turn.</summary>
    /// <exception cref="InvalidOperationException">The risk manager's attribute does not set <c>ReadsTrades</c>.</exception>
    public abstract ReadOnlySpan<ClosedTrade> Trades { get; }

    /// <summary>The last close of an instrument; not a number before its first bar.</summary>
    public abstract double Close(Instrument instrument);

    /// <summary>The regime of an instrument, <c>unknown</c> included; <see langword="null"/> if there is no classifier above.</summary>
    public abstract string? Regime(Instrument instrument);

    /// <summary>The commission the run would charge for a trade, in money.</summary>
    public abstract decimal Commission(Instrument instrument, decimal quantity, decimal price);
}
