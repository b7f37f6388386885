using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Actions;

/// <summary>A stretch of days of a series.</summary>
internal readonly record struct RenamedPart(IBarSource Source, SourceSeries Series, int First, int Last);

/// <summary>Reads the parts one after the other.</summary>
internal sealed class RenamedBarReader(RenamedPart[] parts) : IBarReader
{
    private int _part;
    private IBarReader? _reader;

    public int Read(BarSeries target, int count)
    {
        int read = 0;
        while (read < count && _part < parts.Length)
        {
            RenamedPart part = parts[_part];
            _reader ??= part.Source.Open(part.Series);
            int before = target.Count;
            if (_reader.Read(target, count - read) == 0)
            {
                _reader.Dispose();
                _reader = null;
                _part++;
                continue;
            }

            read += Keep(target, before, part);
        }

        return read;
    }

    public void Dispose() => _reader?.Dispose();

    /// <summary>Keeps the rows of a part's days; those of other days belong to another company.</summary>
    private static int Keep(BarSeries target, int from, in RenamedPart part)
    {
        int kept = 0;
        int rows = target.Count - from;
        while (kept < rows && target.Day[from + kept] < part.First)
            kept++;
        int last = rows;
        while (last > kept && target.Day[from + last - 1] > part.Last)
            last--;
        if (kept > 0)
            Move(target, from + kept, from, last - kept);
        target.Truncate(from + last - kept);
        return last - kept;
    }

    private static void Move(BarSeries target, int source, int to, int count)
    {
        foreach (Array column in Columns(target))
            Array.Copy(column, source, column, to, count);
    }

    private static Array[] Columns(BarSeries bars)
    {
        Array[] own = [bars.Start, bars.End, bars.Open, bars.High, bars.Low, bars.Close, bars.Volume, bars.Day];
        return bars is { Bid: { } bid, Ask: { } ask }
            ? [.. own, bid.Open, bid.High, bid.Low, bid.Close, ask.Open, ask.High, ask.Low, ask.Close]
            : own;
    }
}
