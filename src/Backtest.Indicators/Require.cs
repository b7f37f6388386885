using System.Runtime.CompilerServices;

namespace Backtest;

/// <summary>Checks arguments of indicators that are not periods.</summary>
internal static class Require
{
    /// <summary>A finite number above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static void AboveZero(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!double.IsFinite(value) || value <= 0)
            throw new ArgumentOutOfRangeException(name, value, $"The {name} must be a finite number above 0.");
    }

    /// <summary>A number from 0 up to a bound, excluded.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static void FromZeroBelow(double bound, double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= 0 && value < bound))
            throw new ArgumentOutOfRangeException(name, value, $"The {name} must be from 0 to below {bound}.");
    }

    /// <summary>A number from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static void FromZeroToOne(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(name, value, $"The {name} must be from 0 to 1.");
    }
}
