using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Backtest.Data.Time;

/// <summary>Reads the IANA ids that some programs write after a time (<c>20240102 09:30:00 US/Eastern</c>). Threads may share it.</summary>
internal sealed class ZoneNames
{
    // These follow a 12-hour time, or are read by formats themselves.
    private static readonly string[] Others = ["AM", "PM", "UTC", "GMT", "Z"];

    private readonly ConcurrentDictionary<string, DataZone?>.AlternateLookup<ReadOnlySpan<char>> _zones =
        new ConcurrentDictionary<string, DataZone?>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether one follows every time.</summary>
    public bool AreBehind(IReadOnlyCollection<string> times) => times.Count > 0 && times.All(time => TrySplit(time, out _, out _));

    /// <summary>Splits a time from its zone.</summary>
    /// <param name="text">The time with the zone after it.</param>
    /// <param name="time">The time.</param>
    /// <param name="zone">The zone.</param>
    /// <returns>Whether there is a zone after it.</returns>
    public bool TrySplit(ReadOnlySpan<char> text, out ReadOnlySpan<char> time, [NotNullWhen(true)] out DataZone? zone)
    {
        zone = null;
        int blank = text.LastIndexOf(' ');
        time = blank < 0 ? text : text[..blank].TrimEnd();
        if (blank < 0 || blank + 1 == text.Length || !char.IsAsciiLetter(text[blank + 1]))
            return false;
        zone = Find(text[(blank + 1)..]);
        return zone is not null;
    }

    private DataZone? Find(ReadOnlySpan<char> name)
    {
        if (_zones.TryGetValue(name, out DataZone? known))
            return known;
        string id = name.ToString();
        DataZone? zone = Array.Exists(Others, other => other.Equals(id, StringComparison.OrdinalIgnoreCase)) ? null : DataZone.Find(id);
        _zones[name] = zone;
        return zone;
    }
}
