namespace Backtest;

/// <summary>
/// A strategy wants to enter or exit an instrument, or to change an order of its own. The risk manager decides the quantity, at most that given by
/// the strategy, if any.
/// </summary>
[Event(Stage.Signal)]
public readonly record struct SignalEvent
{
    /// <summary>Counts the portfolio's signals from 1; inside a container plugin, those of its members.</summary>
    public required int Id { get; init; }

    /// <summary>Identifies the signal to its strategy.</summary>
    public SignalHandle Handle { get; init; }

    /// <summary>When it was decided: the end of the bar, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>What to trade.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>The index of the strategy among those of the portfolio, or of the container plugin it is in, from 0.</summary>
    public required int StrategyIndex { get; init; }

    /// <summary>What it asks for. A risk manager sees only entries and exits; what an amendment or a target adds is an entry with a size.</summary>
    public required SignalAction Action { get; init; }

    /// <summary>For an entry, the side wanted; for an exit, the side of the position it closes.</summary>
    public required Direction Direction { get; init; }

    /// <summary>For an entry, how strongly it is wanted, in (0, 1]; for an exit, the fraction to close, in (0, 1].</summary>
    public required double Strength { get; init; }

    /// <summary>The terms of an entry, the prices of an exit that waits, or the changes of an amendment; otherwise the default.</summary>
    public EntryTerms Entry { get; init; }

    /// <summary>
    /// For a cancellation or an amendment, the signal whose order it refers to; no signal for all of the strategy's orders on the symbol.
    /// </summary>
    public SignalHandle RefersTo { get; init; }

    /// <summary>
    /// The size, if the strategy gives one: for a target, the position wanted; for an entry the risk manager is asked about, the most units that an
    /// amendment or a target adds. <see cref="SizeUnit.None"/> if the risk manager decides.
    /// </summary>
    public PositionSize Size { get; init; }

    /// <summary>For a target, the difference, in the unit of its size, below which nothing is traded.</summary>
    public double Band { get; init; }

    /// <summary>The reason, in the author's words; may be <see langword="null"/>.</summary>
    public string? Reason { get; init; }
}
