namespace Backtest.Engine;

/// <summary>A signal of an earlier run.</summary>
public sealed record StoredSignal
{
    /// <summary>The portfolio it was emitted in.</summary>
    public required string Portfolio { get; init; }

    /// <summary>The strategy that emitted it.</summary>
    public required string Strategy { get; init; }

    /// <summary>The symbol it is for.</summary>
    public required string Symbol { get; init; }

    /// <summary>When it was emitted: the end of the turn, UTC ticks; at least to the microsecond.</summary>
    public required long Time { get; init; }

    /// <summary>Its number among the signals of its portfolio, in the order they were emitted.</summary>
    public required int Id { get; init; }

    /// <summary>Its number among the strategy's signals on the symbol; 0 if the host emitted it, as when a strategy leaves its regimes.</summary>
    public required int Handle { get; init; }

    /// <summary>The action it requests.</summary>
    public required SignalAction Action { get; init; }

    /// <summary>For an entry, the side.</summary>
    public required Direction Direction { get; init; }

    /// <summary>For an entry, its strength; for an exit, the fraction to close; in (0, 1].</summary>
    public required double Strength { get; init; }

    /// <summary>The terms of an entry or an exit, without strength and reason; for an amendment, the changed terms.</summary>
    public EntryTerms Entry { get; init; }

    /// <summary>For a cancellation or an amendment, the signal it refers to.</summary>
    public SignalHandle RefersTo { get; init; }

    /// <summary>For a target, the position wanted; for an amendment, the quantity.</summary>
    public PositionSize Size { get; init; }

    /// <summary>For a target, the difference below which nothing is traded.</summary>
    public double Band { get; init; }

    /// <summary>The reason, in the author's words, or null if none was given.</summary>
    public string? Reason { get; init; }

    /// <summary>The numbers the strategy read, in the order of <see cref="StoredSignals.IndicatorNames"/>.</summary>
    public IReadOnlyList<double> Indicators { get; init; } = [];
}
