namespace Backtest.Configuration.Keys;

/// <summary>The bounds of a number.</summary>
/// <param name="Min">The least value.</param>
/// <param name="Max">The greatest value.</param>
/// <param name="IsMinExcluded">Whether the least value itself is too small.</param>
internal readonly record struct Bounds(double Min, double Max, bool IsMinExcluded)
{
    /// <summary>Any number.</summary>
    public static Bounds Any => new(double.NegativeInfinity, double.PositiveInfinity, false);

    /// <summary>Above zero.</summary>
    public static Bounds Positive => new(0, double.PositiveInfinity, true);

    /// <summary>Zero or above.</summary>
    public static Bounds NotNegative => From(0);

    /// <summary>At or above a least value.</summary>
    public static Bounds From(double min) => new(min, double.PositiveInfinity, false);

    /// <summary>From a least to a greatest value.</summary>
    public static Bounds Between(double min, double max) => new(min, max, false);

    /// <summary>Above zero, up to a greatest value.</summary>
    public static Bounds PositiveUpTo(double max) => new(0, max, true);
}
