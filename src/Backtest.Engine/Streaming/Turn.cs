using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>One decision time as a portfolio sees it: the bars that end then and that the portfolio trades or uses.</summary>
[Event(Stage.Bar)]
public readonly ref struct Turn
{
    private readonly BarChunk _chunk;
    private readonly int _index;

    internal Turn(BarChunk chunk, int index, ReadOnlySpan<TurnBar> bars, ReadOnlySpan<TurnBar> others, int day)
    {
        _chunk = chunk;
        _index = index;
        Bars = bars;
        OtherBars = others;
        End = chunk.End(index);
        Day = day;
    }

    /// <summary>The finest bars of the instruments the portfolio trades, in ordinal order of symbols; empty if only other bars end.</summary>
    public ReadOnlySpan<TurnBar> Bars { get; }

    /// <summary>
    /// The bars it decides on but does not trade on: a bar of its classifier's reference, and longer bars that its strategies decide on or its
    /// classifier reads, in ordinal order of symbols, then from the shortest to the longest.
    /// </summary>
    public ReadOnlySpan<TurnBar> OtherBars { get; }

    /// <summary>The row of an instrument's bar among <see cref="Bars"/>; <see langword="null"/> if it has none.</summary>
    internal int? Row(int instrument)
    {
        // If every instrument has a bar, each bar is at the index of its instrument.
        int low = 0;
        int high = Math.Min(instrument, Bars.Length - 1);
        if (high >= 0 && Bars[high].Series == instrument)
            return Bars[high].Row;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (Bars[middle].Series == instrument)
                return Bars[middle].Row;
            if (Bars[middle].Series < instrument)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return null;
    }

    /// <summary>The decision time, UTC ticks.</summary>
    public long End { get; }

    /// <summary>The number of the turn in the run, from 0: portfolios that take the same turn have the same number.</summary>
    public long Number => _chunk.FirstTurn + _index;

    /// <summary>Whether this is the last turn of the run.</summary>
    public bool IsLast => _chunk.IsLastTurn(_index);

    /// <summary>The portfolio's trading day, as a day number; it never goes back.</summary>
    public int Day { get; }

    /// <summary>The label of the first of <see cref="Bars"/>: its start, UTC ticks.</summary>
    public long Label => Series(Bars[0].Series).Start[Bars[0].Row];

    /// <summary>The series with an index.</summary>
    public BarSeries Series(int index) => _chunk.Series[index];
}
