namespace Backtest;

/// <summary>A strategy wants in or out of an instrument, or an order of its own changed. How many is up to the risk manager, or at most what the strategy says.</summary>
[Event(Stage.Signal)]
public readonly record struct SignalEvent
{
    /// <summary>Counts the portfolio's signals from 1; inside a container plugin, those of its members.</summary>
    public required int Id { get; init; }

    /// <summary>Names the signal to its strategy.</summary>
    public SignalHandle Handle { get; init; }

    /// <summary>When it was decided: the end of the bar, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>What to trade.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>The place of the strategy among those of the portfolio, or of the container plugin it is in, from 0.</summary>
    public required int StrategyIndex { get; init; }

    /// <summary>What it asks for. A risk manager sees entries and exits: what an amendment or a target adds is an entry with a size.</summary>
    public required SignalAction Action { get; init; }

    /// <summary>Of an entry, the side wanted; of an exit, the side of the position it closes.</summary>
    public required Direction Direction { get; init; }

    /// <summary>Of an entry, how much it is wanted, in (0, 1]; of an exit, the fraction to close, in (0, 1].</summary>
    public required double Strength { get; init; }

    /// <summary>The terms of an entry; of an exit that waits, its prices; of an amendment, what changes; otherwise the default.</summary>
    public EntryTerms Entry { get; init; }

    /// <summary>Of a cancellation and an amendment, the signal whose order it is about; no signal: all of the strategy's on the symbol.</summary>
    public SignalHandle RefersTo { get; init; }

    /// <summary>
    /// How many, where the strategy says so: of a target, the position wanted; of an entry the risk manager is asked about, the units that an
    /// amendment or a target adds at most. <see cref="SizeUnit.None"/>: the risk manager decides.
    /// </summary>
    public PositionSize Size { get; init; }

    /// <summary>Of a target, the difference, in the unit of its size, below which nothing is traded.</summary>
    public double Band { get; init; }

    /// <summary>In the author's words; may be <see langword="null"/>.</summary>
    public string? Reason { get; init; }
}
