namespace Backtest.Fixtures.Scripted;

/// <summary>What a step does.</summary>
public enum Deed
{
    /// <summary>Signals an entry.</summary>
    Enter,

    /// <summary>Signals an exit.</summary>
    Exit,
}

/// <summary>One signal of a script; numbers that are 0 are not set.</summary>
public sealed record Step
{
    /// <summary>The bar it is signaled at, from 0.</summary>
    [Parameter(Min = 0, Description = "The bar it is signaled at, from 0.")]
    public required int Bar { get; init; }

    /// <summary>The symbol, or empty for every symbol.</summary>
    [Parameter(Description = "The symbol; empty: every one.")]
    public string Symbol { get; init; } = "";

    /// <summary>What the step does.</summary>
    [Parameter(Description = "What it does.")]
    public Deed Do { get; init; } = Deed.Enter;

    /// <summary>The side of an entry.</summary>
    [Parameter(Description = "The side of an entry.")]
    public Direction Side { get; init; } = Direction.Long;

    /// <summary>The strength of an entry.</summary>
    [Parameter(Description = "The strength of an entry.")]
    public double Strength { get; init; } = 1;

    /// <summary>The limit price of an entry.</summary>
    [Parameter(Description = "The limit price of an entry.")]
    public double Limit { get; init; }

    /// <summary>The stop price of an entry.</summary>
    [Parameter(Description = "The stop price of an entry.")]
    public double Stop { get; init; }

    /// <summary>The stop loss, as a price.</summary>
    [Parameter(Description = "The stop loss, as a price.")]
    public double StopLoss { get; init; }

    /// <summary>The stop loss, as a distance from the entry's price.</summary>
    [Parameter(Description = "The stop loss, as a distance from the entry's price.")]
    public double StopAway { get; init; }

    /// <summary>The profit target, as a price.</summary>
    [Parameter(Description = "The profit target, as a price.")]
    public double Target { get; init; }

    /// <summary>The profit target, as a distance from the entry's price.</summary>
    [Parameter(Description = "The profit target, as a distance from the entry's price.")]
    public double TargetAway { get; init; }

    /// <summary>The distance of a trailing stop.</summary>
    [Parameter(Description = "The distance of a trailing stop.")]
    public double Trail { get; init; }

    /// <summary>Whether an entry adds to a position.</summary>
    [Parameter(Description = "Whether an entry adds to a position.")]
    public bool Add { get; init; }

    /// <summary>Whether an entry is valid for its day only.</summary>
    [Parameter(Description = "Whether an entry rests for its day alone.")]
    public bool Day { get; init; }

    /// <summary>The part of the position an exit closes.</summary>
    [Parameter(Description = "The part of the position an exit closes.")]
    public double Fraction { get; init; } = 1;
}
