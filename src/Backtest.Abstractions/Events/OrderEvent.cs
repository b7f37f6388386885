namespace Backtest;

/// <summary>An order goes to the engine.</summary>
[Event(Stage.Order)]
public readonly record struct OrderEvent
{
    /// <summary>Counts the portfolio's orders from 1.</summary>
    public required int Id { get; init; }

    /// <summary>The id of the signal behind it; 0 for a risk limit's own order.</summary>
    public int SignalId { get; init; }

    /// <summary>For a protective order, the id of the entry whose fill activates it; otherwise 0.</summary>
    public int ParentId { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>What to trade.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>The index of the strategy it trades for, from 0.</summary>
    public required int StrategyIndex { get; init; }

    /// <summary>How it fills.</summary>
    public required OrderType Type { get; init; }

    /// <summary>Buy or sell.</summary>
    public required Side Side { get; init; }

    /// <summary>Whether it opens a position or closes one.</summary>
    public required PositionEffect PositionEffect { get; init; }

    /// <summary>The quantity, above zero, a multiple of the lot size.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>For an entry sized at its fill, the share of equity to use; zero if <see cref="Quantity"/> counts.</summary>
    public decimal EquityShare { get; init; }

    /// <summary>The worst price it accepts; not a number without a limit.</summary>
    public double LimitPrice { get; init; }

    /// <summary>The price that triggers it; not a number without a stop.</summary>
    public double StopPrice { get; init; }

    /// <summary>The strategy's handle of the signal behind it; 0 for a risk limit's own order.</summary>
    public int Handle { get; init; }

    /// <summary>
    /// For a protective order at a distance from the fill, and for a trailing stop, that distance in points of price; otherwise not a number.
    /// </summary>
    public double Distance { get; init; }

    /// <summary>Whether <see cref="Distance"/> is a fraction of the best price.</summary>
    public bool IsDistanceFraction { get; init; }

    /// <summary>For a trailing stop, the price at which it starts to follow; zero if it follows at once.</summary>
    public double Activation { get; init; }

    /// <summary>Whether <see cref="Activation"/> is the distance of that price from the awaited fill.</summary>
    public bool IsActivationDistance { get; init; }

    /// <summary>
    /// For a trailing stop, how far the best price must move before the stop moves again, in points of price; zero for any change; infinity if, once
    /// it follows, it stays where it is set, at the price of the entry.
    /// </summary>
    public double Step { get; init; }

    /// <summary>For a target that covers part of its entry, that part, in (0, 1); zero if it covers all of it.</summary>
    public double Fraction { get; init; }

    /// <summary>How long it stays in force.</summary>
    public TimeInForce TimeInForce { get; init; }

    /// <summary>The last trading day it may fill on, as a day number, if it is good till a date; otherwise 0.</summary>
    public int GoodUntil { get; init; }

    /// <summary>
    /// For an entry, the number of its one-cancels-other group: the handle of the group's first entry. Of the group, all of one strategy and
    /// instrument, the first to fill cancels the others.
    /// </summary>
    public int Group { get; init; }

    /// <summary>Whether it names an earlier entry that it cancels, or that cancels it.</summary>
    public bool IsGrouped { get; init; }

    /// <summary>
    /// Whether an amendment added it as protection. Without a <see cref="ParentId"/> it protects what is held, whatever opened it.
    /// </summary>
    public bool IsAddedProtection { get; init; }

    /// <summary>For an entry that becomes active when another order fills, the id of that order; otherwise 0.</summary>
    public int AfterId { get; init; }

    /// <summary>The risk limit that cut the signal's quantity; <see langword="null"/> if none did.</summary>
    public string? RiskLimit { get; init; }

    /// <summary>The value that risk limit measured; not a number without one.</summary>
    public double Measured { get; init; }

    /// <summary>The value that risk limit allows; not a number without one.</summary>
    public double Threshold { get; init; }

    /// <summary>The reason, in the words of what requested it; may be <see langword="null"/>.</summary>
    public string? Reason { get; init; }
}
