using System.Globalization;

namespace Backtest.Research;

/// <summary>Where two streams diverge.</summary>
/// <param name="Time">The end of the bar, UTC ticks.</param>
/// <param name="Symbol">The symbol, or null if there is none.</param>
/// <param name="Whole">What the whole run has at that bar.</param>
/// <param name="Other">What the other run has at that bar.</param>
internal sealed record StreamDifference(long Time, string? Symbol, string Whole, string Other);

/// <summary>What happens at one place of a run, in order.</summary>
internal abstract class TraceStream(TracePlace place)
{
    /// <summary>The place.</summary>
    public TracePlace Place => place;

    /// <summary>Where another run's stream at the same place diverges from this one.</summary>
    /// <param name="other">The other stream, or null if the other run has none.</param>
    /// <param name="until">The last end to compare, UTC ticks.</param>
    /// <returns>The first difference, or null if there is none.</returns>
    public abstract StreamDifference? FirstDifference(TraceStream? other, long until);
}

/// <summary>Events, each as text.</summary>
internal sealed class EventStream(TracePlace place) : TraceStream(place)
{
    private const string Nothing = "nothing";

    /// <summary>The events, in the order they happened.</summary>
    public List<TraceEvent> Events { get; } = [];

    /// <inheritdoc/>
    public override StreamDifference? FirstDifference(TraceStream? other, long until)
    {
        IReadOnlyList<TraceEvent> others = ((EventStream?)other)?.Events ?? [];
        for (int i = 0; ; i++)
        {
            TraceEvent? own = At(Events, i, until);
            TraceEvent? theirs = At(others, i, until);
            if (own is null && theirs is null)
                return null;
            if (own == theirs)
                continue;
            TraceEvent first = own is null || theirs?.Time < own.Time ? theirs! : own;
            return own?.Time == theirs?.Time && own?.Symbol != theirs?.Symbol
                ? new StreamDifference(first.Time, null, $"{own?.Text} of {own?.Symbol}", $"{theirs?.Text} of {theirs?.Symbol}")
                : new StreamDifference(first.Time, first.Symbol, TextAt(own, first.Time), TextAt(theirs, first.Time));
        }
    }

    /// <summary>The text of an event at a time; a later event has no counterpart.</summary>
    private static string TextAt(TraceEvent? item, long time) => item?.Time == time ? item.Text : Nothing;

    private static TraceEvent? At(IReadOnlyList<TraceEvent> events, int index, long until) =>
        index < events.Count && events[index].Time <= until ? events[index] : null;
}

/// <summary>An event.</summary>
/// <param name="Time">The end of the bar at which it was known, UTC ticks.</param>
/// <param name="Symbol">The symbol, or null if there is none.</param>
/// <param name="Text">What happened.</param>
internal sealed record TraceEvent(long Time, string? Symbol, string Text)
{
    /// <summary>The decision without sizes, prices and reasons, or null if the event is not a decision.</summary>
    public string? Decision { get; init; }
}

/// <summary>A value at each bar.</summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
internal sealed class ValueStream<TValue>(TracePlace place, string name, string? symbol) : TraceStream(place)
    where TValue : struct
{
    private readonly List<long> _times = [];
    private readonly List<TValue> _values = [];

    /// <summary>The ends of the bars, UTC ticks.</summary>
    public List<long> Times => _times;

    /// <summary>The values.</summary>
    public List<TValue> Values => _values;

    /// <summary>Adds values.</summary>
    public void Add(ReadOnlySpan<long> times, ReadOnlySpan<TValue> values)
    {
        _times.AddRange(times);
        _values.AddRange(values);
    }

    /// <inheritdoc/>
    public override StreamDifference? FirstDifference(TraceStream? other, long until)
    {
        var same = other as ValueStream<TValue>;
        int count = Math.Max(_times.Count, same?._times.Count ?? 0);
        for (int row = 0; row < count; row++)
        {
            long? own = TimeAt(row, until);
            long? theirs = same?.TimeAt(row, until);
            if (own is null && theirs is null)
                return null;
            if (own == theirs && EqualityComparer<TValue>.Default.Equals(_values[row], same!._values[row]))
                continue;
            long time = Math.Min(own ?? long.MaxValue, theirs ?? long.MaxValue);
            return new StreamDifference(time, symbol, Text(own == time, _values, row), Text(theirs == time, same?._values ?? [], row));
        }

        return null;
    }

    private long? TimeAt(int row, long until) => row < _times.Count && _times[row] <= until ? _times[row] : null;

    private string Text(bool isThere, List<TValue> values, int row) =>
        isThere ? string.Create(CultureInfo.InvariantCulture, $"{name} {values[row]}") : $"no {name}";
}
