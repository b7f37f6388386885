using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Turns of a chunk in a row in which nothing happens to a portfolio but that prices move. It has a row for each of them with a bar of what the
/// portfolio trades; between them are turns that are none of the portfolio's.
/// </summary>
[Event(Stage.Bar)]
public sealed class QuietStretch(IReadOnlyList<BarSeries> traded)
{
    /// <summary>The most rows it has: enough for what it costs to find one to count for little.</summary>
    internal const int MostRows = 256;

    private readonly bool[] _trades = Flags(traded); // by the index of the instruments
    private readonly int[] _turns = new int[MostRows];
    private readonly int[] _days = new int[MostRows];
    private readonly double[] _equity = new double[MostRows];
    private readonly double[] _gross = new double[MostRows];

    /// <summary>The chunk it is of; <see langword="null"/> before the first.</summary>
    public BarChunk? Chunk { get; private set; }

    /// <summary>Its first turn in the chunk.</summary>
    public int From { get; private set; }

    /// <summary>The turn behind its last.</summary>
    public int To { get; private set; }

    /// <summary>The number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>The turns of the rows, as they stand in the chunk.</summary>
    public ReadOnlySpan<int> Turns => _turns.AsSpan(0, Count);

    /// <summary>The portfolio's trading days, as day numbers.</summary>
    public ReadOnlySpan<int> Days => _days.AsSpan(0, Count);

    /// <summary>Cash and positions at the closes of each row's turn, in money.</summary>
    public Span<double> Equity => _equity.AsSpan(0, Count);

    /// <summary>The sum over instruments of |net quantity| · close · multiplier.</summary>
    public Span<double> GrossNotional => _gross.AsSpan(0, Count);

    /// <summary>The number in the run of the last row's turn.</summary>
    public long LastNumber => Chunk!.FirstTurn + _turns[Count - 1];

    /// <summary>The end of the last row's turn, UTC ticks.</summary>
    public long LastEnd => Chunk!.End(_turns[Count - 1]);

    /// <summary>The finest bars of the instruments traded.</summary>
    internal IReadOnlyList<BarSeries> Traded { get; } = traded;

    /// <summary>The label of a turn that has a row: the start of the first bar of what is traded, UTC ticks.</summary>
    internal long Label(int turn)
    {
        if (Chunk!.IsAligned)
            return Traded[0].Start[turn];
        foreach (TurnBar bar in Chunk.Bars(turn))
        {
            if (bar.Series < _trades.Length && _trades[bar.Series])
                return Chunk.Series[bar.Series].Start[bar.Row];
        }

        throw new InvalidOperationException("the turn has no bar of what is traded");
    }

    /// <summary>Begins a stretch without rows.</summary>
    internal void Begin(BarChunk chunk, int from) => (Chunk, From, To, Count) = (chunk, from, from, 0);

    /// <summary>The rows of a series in the chunk whose bars end in the stretch.</summary>
    internal (int From, int To) Rows(BarSeries series) => (Chunk!.FirstRow(series, From), Chunk.FirstRow(series, To));

    /// <summary>Adds a turn that has a row.</summary>
    internal void Add(int turn, int day)
    {
        _turns[Count] = turn;
        _days[Count++] = day;
        To = turn + 1;
    }

    /// <summary>Passes over turns that have none.</summary>
    internal void PassTo(int turn) => To = turn;

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
        To = _turns[rows];
        Count = rows;
    }
}
