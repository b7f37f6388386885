using System.Globalization;

namespace Backtest;

/// <summary>The parameters of an indicator as numbers, equal if each number is.</summary>
public readonly struct ParameterValues : IEquatable<ParameterValues>
{
    private readonly double[]? _values;

    /// <summary>Copies the numbers.</summary>
    public ParameterValues(ReadOnlySpan<double> values) => _values = values.ToArray();

    private ReadOnlySpan<double> Values => _values;

    /// <summary>Whether each number equals its counterpart.</summary>
    public bool Equals(ParameterValues other) => Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ParameterValues other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (double value in Values)
            hash.Add(value);
        return hash.ToHashCode();
    }

    /// <summary>The numbers, separated by commas.</summary>
    public override string ToString() =>
        string.Join(", ", (_values ?? []).Select(value => value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Whether both hold the same numbers.</summary>
    public static bool operator ==(ParameterValues left, ParameterValues right) => left.Equals(right);

    /// <summary>Whether they differ in a number.</summary>
    public static bool operator !=(ParameterValues left, ParameterValues right) => !left.Equals(right);
}
