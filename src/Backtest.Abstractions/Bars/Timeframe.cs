using System.Globalization;

namespace Backtest;

/// <summary>The length of a bar: a whole number of seconds, minutes, hours, days or weeks, written <c>1d</c>, <c>15m</c>.</summary>
/// <param name="Count">How many units; at least 1.</param>
/// <param name="Unit">The unit: <c>s</c>, <c>m</c>, <c>h</c>, <c>d</c> or <c>w</c>.</param>
public readonly record struct Timeframe(int Count, char Unit)
{
    private const string Units = "smhdw";

    /// <summary>One day.</summary>
    public static Timeframe Day => new(1, 'd');

    /// <summary>One hour.</summary>
    public static Timeframe Hour => new(1, 'h');

    /// <summary>One minute.</summary>
    public static Timeframe Minute => new(1, 'm');

    /// <summary>The length in ticks of 100 ns.</summary>
    public long Ticks => Count * Unit switch
    {
        's' => TimeSpan.TicksPerSecond,
        'm' => TimeSpan.TicksPerMinute,
        'h' => TimeSpan.TicksPerHour,
        'd' => TimeSpan.TicksPerDay,
        'w' => 7 * TimeSpan.TicksPerDay,
        _ => throw new InvalidOperationException($"'{Unit}' is no unit of time; units are s, m, h, d, w."),
    };

    /// <summary>Reads <c>1d</c>, <c>15m</c> and the like.</summary>
    /// <returns>Whether <paramref name="text"/> is a timeframe.</returns>
    public static bool TryParse(string? text, out Timeframe timeframe)
    {
        timeframe = default;
        if (text is not { Length: > 1 } || !Units.Contains(text[^1], StringComparison.Ordinal))
            return false;
        if (!int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count < 1)
            return false;
        timeframe = new Timeframe(count, text[^1]);
        return true;
    }

    /// <summary>The timeframe as it is written in a run file.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count}{Unit}");
}
