using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>
/// One instrument's bars on one timeframe for the current chunk, as columns. Rows beyond the one being handled are the future: only the host and
/// generated code may hold one.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BarSeries
{
    private const int FirstCapacity = 16;

    /// <summary>An empty series without bid and ask.</summary>
    public BarSeries(Instrument instrument, Timeframe timeframe, int index, bool hasVolume)
        : this(instrument, timeframe, index, hasVolume, hasQuotes: false)
    {
    }

    /// <summary>An empty series.</summary>
    public BarSeries(Instrument instrument, Timeframe timeframe, int index, bool hasVolume, bool hasQuotes)
    {
        Bid = hasQuotes ? new QuoteColumns() : null;
        Ask = hasQuotes ? new QuoteColumns() : null;
        Instrument = instrument;
        Timeframe = timeframe;
        Index = index;
        HasVolume = hasVolume;
        Allocate(FirstCapacity);
    }

    /// <summary>What was traded.</summary>
    public Instrument Instrument { get; }

    /// <summary>The length of the bars.</summary>
    public Timeframe Timeframe { get; }

    /// <summary>The index of this series among those of the run.</summary>
    public int Index { get; }

    /// <summary>Whether the data has volumes.</summary>
    public bool HasVolume { get; }

    /// <summary>The number of rows in the chunk.</summary>
    public int Count { get; private set; }

    /// <summary>The index in the whole history of the chunk's first row.</summary>
    public long FirstIndex { get; private set; }

    /// <summary>Starts of the bars, UTC ticks.</summary>
    public long[] Start { get; private set; } = [];

    /// <summary>Ends of the bars, UTC ticks.</summary>
    public long[] End { get; private set; } = [];

    /// <summary>First prices.</summary>
    public double[] Open { get; private set; } = [];

    /// <summary>Highest prices.</summary>
    public double[] High { get; private set; } = [];

    /// <summary>Lowest prices.</summary>
    public double[] Low { get; private set; } = [];

    /// <summary>Last prices.</summary>
    public double[] Close { get; private set; } = [];

    /// <summary>Volumes; zeros where the data has none.</summary>
    public double[] Volume { get; private set; } = [];

    /// <summary>Trading days, as day numbers in the data's zone.</summary>
    public int[] Day { get; private set; } = [];

    /// <summary>Bids; <see langword="null"/> if the data has none.</summary>
    public QuoteColumns? Bid { get; private set; }

    /// <summary>Asks; <see langword="null"/> if the data has none.</summary>
    public QuoteColumns? Ask { get; private set; }

    /// <summary>The column of a field; <see langword="null"/> if the field is computed from others.</summary>
    public double[]? Column(BarField field) => field switch
    {
        BarField.Open => Open,
        BarField.High => High,
        BarField.Low => Low,
        BarField.Close => Close,
        BarField.Volume => Volume,
        _ => null,
    };

    /// <summary>Adds a bar after the last one; it has no bid and ask until <see cref="Quote"/> sets them.</summary>
    public void Append(long start, long end, double open, double high, double low, double close, double volume, int day)
    {
        int row = Count;
        if (row == Start.Length)
            Allocate(row * 2);
        Start[row] = start;
        End[row] = end;
        Open[row] = open;
        High[row] = high;
        Low[row] = low;
        Close[row] = close;
        Volume[row] = volume;
        Day[row] = day;
        Bid?.Set(row, QuotePrices.None);
        Ask?.Set(row, QuotePrices.None);
        Count = row + 1;
    }

    /// <summary>Sets the bid and ask of the last bar.</summary>
    /// <exception cref="InvalidOperationException">The series was made without them, or has no bar.</exception>
    public void Quote(in QuotePrices bid, in QuotePrices ask)
    {
        if (Bid is null || Ask is null || Count == 0)
            throw new InvalidOperationException("only bars of a series with quotes have bid and ask");
        Bid.Set(Count - 1, bid);
        Ask.Set(Count - 1, ask);
    }

    /// <summary>Adds rows of another series after the last one.</summary>
    public void Append(BarSeries source, int from, int count)
    {
        int length = Start.Length;
        while (length < Count + count)
            length *= 2;
        if (length != Start.Length)
            Allocate(length);
        Array.Copy(source.Start, from, Start, Count, count);
        Array.Copy(source.End, from, End, Count, count);
        Array.Copy(source.Open, from, Open, Count, count);
        Array.Copy(source.High, from, High, Count, count);
        Array.Copy(source.Low, from, Low, Count, count);
        Array.Copy(source.Close, from, Close, Count, count);
        Array.Copy(source.Volume, from, Volume, Count, count);
        Array.Copy(source.Day, from, Day, Count, count);
        Bid?.Copy(source.Bid, from, Count, count);
        Ask?.Copy(source.Ask, from, Count, count);
        Count += count;
    }

    /// <summary>Swaps columns with another series, so that rows change hands without being copied.</summary>
    public void Exchange(BarSeries other)
    {
        (Count, other.Count) = (other.Count, Count);
        (Start, other.Start) = (other.Start, Start);
        (End, other.End) = (other.End, End);
        (Open, other.Open) = (other.Open, Open);
        (High, other.High) = (other.High, High);
        (Low, other.Low) = (other.Low, Low);
        (Close, other.Close) = (other.Close, Close);
        (Volume, other.Volume) = (other.Volume, Volume);
        (Day, other.Day) = (other.Day, Day);
        (Bid, other.Bid) = (other.Bid, Bid);
        (Ask, other.Ask) = (other.Ask, Ask);
    }

    /// <summary>Sets the number of rows, for columns that are then overwritten; the content of added rows is undefined.</summary>
    public void Resize(int count)
    {
        if (count > Start.Length)
            Allocate(count);
        Count = count;
    }

    /// <summary>Drops the rows beyond a count.</summary>
    public void Truncate(int count) => Count = Math.Min(Count, count);

    /// <summary>Drops all rows but the last ones, which move to the front.</summary>
    public void Keep(int count)
    {
        int dropped = Count - count;
        if (dropped <= 0)
            return;
        Move(Start, dropped, count);
        Move(End, dropped, count);
        Move(Open, dropped, count);
        Move(High, dropped, count);
        Move(Low, dropped, count);
        Move(Close, dropped, count);
        Move(Volume, dropped, count);
        Move(Day, dropped, count);
        Bid?.Copy(Bid, dropped, 0, count);
        Ask?.Copy(Ask, dropped, 0, count);
        FirstIndex += dropped;
        Count = count;
    }

    /// <summary>Forgets the rows of the chunk before the next one is filled.</summary>
    public void Advance()
    {
        FirstIndex += Count;
        Count = 0;
    }

    private static void Move<T>(T[] column, int from, int count) => Array.Copy(column, from, column, 0, count);

    private void Allocate(int capacity)
    {
        Start = Grown(Start, capacity);
        End = Grown(End, capacity);
        Open = Grown(Open, capacity);
        High = Grown(High, capacity);
        Low = Grown(Low, capacity);
        Close = Grown(Close, capacity);
        Volume = Grown(Volume, capacity);
        Day = Grown(Day, capacity);
        Bid?.Grow(capacity);
        Ask?.Grow(capacity);
    }

    // Rows are written before they are read; filling them with zeros first would only touch the memory twice.
    private static T[] Grown<T>(T[] column, int capacity)
    {
        T[] larger = GC.AllocateUninitializedArray<T>(capacity);
        column.CopyTo(larger, 0);
        return larger;
    }
}
