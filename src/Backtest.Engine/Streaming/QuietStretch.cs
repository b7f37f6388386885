using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Consecutive turns of a chunk in which nothing happens to a portfolio except that prices move. It has a row for each turn with a bar of an
/// instrument the portfolio trades; turns between them are not the portfolio's.
/// </summary>
[Event(Stage.Bar)]
public sealed class QuietStretch(IReadOnlyList<BarSeries> traded)
{
    /// <summary>The maximum number of rows, large enough that the cost of finding a stretch does not matter.</summary>
    internal const int MostRows = 256;

    private readonly bool[] _trades = Flags(traded); // by the index of the instruments
    private int[] _turns = [];
    private int[] _days = [];
    private double[] _equity = [];
    private double[] _gross = [];

    /// <summary>The chunk of the stretch; <see langword="null"/> before the first search.</summary>
    public BarChunk? Chunk { get; private set; }

    /// <summary>The first turn, in the chunk.</summary>
    public int From { get; private set; }

    /// <summary>The turn after the last.</summary>
    public int To { get; private set; }

    /// <summary>The number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>The portfolio's trading days, as day numbers.</summary>
    public Span<int> Days => _days.AsSpan(0, Count);

    /// <summary>The value of cash and positions at the closes of each row's turn, in money.</summary>
    public Span<double> Equity => _equity.AsSpan(0, Count);

    /// <summary>The sum over instruments of |net quantity| · close · multiplier.</summary>
    public Span<double> GrossNotional => _gross.AsSpan(0, Count);

    /// <summary>The number of the last row's turn in the run.</summary>
    public long LastNumber => Chunk!.FirstTurn + Turn(Count - 1);

    /// <summary>The end of the last row's turn, UTC ticks.</summary>
    public long LastEnd => Chunk!.End(Turn(Count - 1));

    /// <summary>The turn of a row, in the chunk.</summary>
    public int Turn(int row) => Chunk!.IsAligned ? From + row : _turns[row];

    /// <summary>The finest bars of the instruments traded.</summary>
    internal IReadOnlyList<BarSeries> Traded { get; } = traded;

    /// <summary>Copies the ends of the rows' turns, UTC ticks.</summary>
    internal void CopyEnds(int first, Span<long> ends)
    {
        if (Chunk!.IsAligned)
        {
            Chunk.Ends(From + first, ends.Length).CopyTo(ends);
            return;
        }

        for (int i = 0; i < ends.Length; i++)
            ends[i] = Chunk.End(_turns[first + i]);
    }

    /// <summary>Copies the labels of the rows: the start of each row's first bar of a traded instrument, UTC ticks.</summary>
    internal void CopyLabels(int first, Span<long> labels)
    {
        if (Chunk!.IsAligned)
        {
            Traded[0].Start.AsSpan(From + first, labels.Length).CopyTo(labels);
            return;
        }

        for (int i = 0; i < labels.Length; i++)
            labels[i] = Label(Chunk.Bars(_turns[first + i]));
    }

    private long Label(ReadOnlySpan<TurnBar> bars)
    {
        foreach (TurnBar bar in bars)
        {
            if (bar.Series < _trades.Length && _trades[bar.Series])
                return Chunk!.Series[bar.Series].Start[bar.Row];
        }

        throw new InvalidOperationException("the turn has no bar of a traded instrument");
    }

    /// <summary>Begins a stretch without rows.</summary>
    internal void Begin(BarChunk chunk, int from)
    {
        if (Chunk is null)
            Allocate();
        (Chunk, From, To, Count) = (chunk, from, from, 0);
    }

    /// <summary>The rows of a series in the chunk whose bars end in the stretch.</summary>
    internal (int From, int To) Rows(BarSeries series) => (Chunk!.FirstRow(series, From), Chunk.FirstRow(series, To));

    /// <summary>Adds turns of a chunk in which every series has a bar in each turn.</summary>
    internal void AddAligned(int turns) => (Count, To) = (turns, From + turns);

    /// <summary>Adds a turn that has a row.</summary>
    internal void Add(int turn, int day)
    {
        _turns[Count] = turn;
        _days[Count++] = day;
        To = turn + 1;
    }

    /// <summary>Skips turns that have no row.</summary>
    internal void PassTo(int turn) => To = turn;

    private void Allocate()
    {
        _turns = new int[MostRows];
        _days = new int[MostRows];
        _equity = new double[MostRows];
        _gross = new double[MostRows];
    }

    private static bool[] Flags(IReadOnlyList<BarSeries> traded)
    {
        var flags = new bool[traded[^1].Index + 1];
        foreach (BarSeries series in traded)
            flags[series.Index] = true;
        return flags;
    }

    /// <summary>Keeps the first rows, and ends at the turn of the first one dropped.</summary>
    internal void Keep(int rows)
    {
        if (rows == Count)
            return;
        To = Turn(rows);
        Count = rows;
    }
}
