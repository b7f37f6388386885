using System.ComponentModel;
using System.Globalization;

namespace Backtest.Abstractions.Runtime;

/// <summary>Reads the arguments an indicator plugin is given.</summary>
/// <param name="id">The plugin's id.</param>
/// <param name="values">The arguments, in the order of the constructor's parameters.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IndicatorArguments(string id, IReadOnlyList<double> values)
{
    /// <summary>A number.</summary>
    /// <param name="place">The index of the parameter.</param>
    /// <param name="name">Its name.</param>
    /// <param name="fallback">The value if it is left out; <see langword="null"/> if it must be given.</param>
    /// <exception cref="InputException">It must be given and is not.</exception>
    public double Number(int place, string name, double? fallback = null) => place < values.Count
        ? values[place]
        : fallback ?? throw Refuse($"needs its argument '{name}'");

    /// <summary>A whole number.</summary>
    /// <param name="place">The index of the parameter.</param>
    /// <param name="name">Its name.</param>
    /// <param name="fallback">The value if it is left out; <see langword="null"/> if it must be given.</param>
    /// <exception cref="InputException">It must be given and is not, or is not a whole number.</exception>
    public int Whole(int place, string name, double? fallback = null)
    {
        double value = Number(place, name, fallback);
        if (value is >= int.MinValue and <= int.MaxValue && Math.Floor(value) == value)
            return (int)value;
        throw Refuse(string.Create(CultureInfo.InvariantCulture, $"needs a whole number for its argument '{name}'; found {value}"));
    }

    internal InputException Refuse(string why) => new(new InputError("indicator_parameters", $"the indicator '{id}' {why}")
    {
        Fix = "Pass the arguments of its constructor, in that order. To list them, use 'backtest plugins info'.",
    });
}
