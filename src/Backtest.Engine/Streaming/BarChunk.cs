using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// A period of time being processed: the bars of each series as columns, and the turns they form. A chunk contains only whole turns, and results do
/// not depend on its length.
/// </summary>
[Event(Stage.Bar)]
public sealed class BarChunk
{
    private readonly BarSeries[] _series;
    private readonly int _finest;
    private TurnBar[] _bars = new TurnBar[64];
    private int[] _offsets = new int[65];
    private long[] _ends = new long[64];
    private int _alignedTurns;
    private TurnBar[] _higherBars = [];
    private int[] _higherOffsets = [];

    /// <summary>Creates a chunk over the series of a run.</summary>
    public BarChunk(RunSeries series)
    {
        _finest = series.Finest.Count;
        _series = [.. series.Finest, .. series.Higher.Select(higher => higher.Bars)];
    }

    private BarChunk(BarChunk whole)
    {
        _finest = whole._finest;
        _series = whole._series;
    }

    /// <summary>The series by their index: first the finest, by the index of their instruments, then those of higher timeframes.</summary>
    public ReadOnlySpan<BarSeries> Series => _series;

    /// <summary>The number of turns.</summary>
    public int TurnCount { get; private set; }

    /// <summary>The number of the first turn in the run, from 0.</summary>
    public long FirstTurn { get; private set; }

    /// <summary>Whether no chunk follows.</summary>
    public bool IsLast { get; internal set; }

    /// <summary>The number of bars of the finest timeframes in all turns.</summary>
    public int BarCount { get; private set; }

    /// <summary>The decision time of a turn: the end of its bars, UTC ticks.</summary>
    public long End(int turn) => _ends[turn];

    /// <summary>The decision times of consecutive turns.</summary>
    internal ReadOnlySpan<long> Ends(int from, int count) => _ends.AsSpan(from, count);

    /// <summary>The finest bars of a turn, in ordinal order of symbols.</summary>
    public ReadOnlySpan<TurnBar> Bars(int turn)
    {
        int from = _offsets[turn];
        return _bars.AsSpan(from, _offsets[turn + 1] - from);
    }

    /// <summary>The bars of higher timeframes that end in a turn, in ordinal order of symbols, then from the shortest to the longest.</summary>
    public ReadOnlySpan<TurnBar> HigherBars(int turn)
    {
        if (_series.Length == _finest)
            return [];
        int from = _higherOffsets[turn];
        return _higherBars.AsSpan(from, _higherOffsets[turn + 1] - from);
    }

    /// <summary>Whether every one of the finest series has a bar in each turn, in the row of the turn's number.</summary>
    internal bool IsAligned { get; private set; }

    /// <summary>The turn in which a row's bar ends.</summary>
    internal int TurnOf(BarSeries series, int row)
    {
        if (IsAligned && series.Index < _finest)
            return row;
        int turn = Array.BinarySearch(_ends, 0, TurnCount, series.End[row]);
        return turn < 0 ? ~turn : turn;
    }

    /// <summary>The first row of a series whose bar ends in or after a turn; the number of rows if there is none.</summary>
    internal int FirstRow(BarSeries series, int turn)
    {
        if (IsAligned && series.Index < _finest)
            return turn;
        if (turn == TurnCount)
            return series.Count;
        int row = Array.BinarySearch(series.End, 0, series.Count, _ends[turn]);
        return row < 0 ? ~row : row;
    }

    /// <summary>The first turn that ends at or after a time; the number of turns if there is none.</summary>
    internal int TurnAt(long end)
    {
        if (TurnCount == 0 || end > _ends[TurnCount - 1])
            return TurnCount; // true for most searches
        int turn = Array.BinarySearch(_ends, 0, TurnCount, end);
        return turn < 0 ? ~turn : turn;
    }

    /// <summary>Whether a turn is the last of the run.</summary>
    public bool IsLastTurn(int turn) => IsLast && turn == TurnCount - 1;

    /// <summary>Creates a chunk that follows this one and has only some of its bars of higher timeframes.</summary>
    internal BarChunk Share() => new(this);

    /// <summary>
    /// Takes the turns of the chunk it follows as they would be if no other series of higher timeframes had been requested: a time at which only bars
    /// of other series end is not a turn and gets no number.
    /// </summary>
    /// <param name="whole">The chunk.</param>
    /// <param name="wanted">The requested series of higher timeframes, by their indexes.</param>
    internal void Follow(BarChunk whole, IReadOnlyCollection<int> wanted)
    {
        FirstTurn += TurnCount;
        TurnCount = 0;
        BarCount = whole.BarCount;
        IsLast = whole.IsLast;
        IsAligned = whole.IsAligned; // in that case no turn is omitted
        while (_bars.Length < BarCount)
            Array.Resize(ref _bars, _bars.Length * 2);
        HoldTurns(whole.TurnCount);
        if (_higherOffsets.Length < _offsets.Length)
            Array.Resize(ref _higherOffsets, _offsets.Length);
        int bars = 0;
        int higher = 0;
        for (int turn = 0; turn < whole.TurnCount; turn++)
        {
            ReadOnlySpan<TurnBar> finest = whole.Bars(turn);
            int kept = KeepHigher(whole.HigherBars(turn), wanted, higher);
            if (finest.IsEmpty && kept == higher)
                continue;
            finest.CopyTo(_bars.AsSpan(bars));
            (bars, higher) = (bars + finest.Length, kept);
            _ends[TurnCount++] = whole.End(turn);
            (_offsets[TurnCount], _higherOffsets[TurnCount]) = (bars, higher);
        }
    }

    internal void Advance()
    {
        FirstTurn += TurnCount;
        TurnCount = 0;
        BarCount = 0;
        foreach (BarSeries series in _series)
            series.Advance();
    }

    /// <summary>Creates turns at which every series has a bar, in equal rows; turns created for an earlier chunk are reused.</summary>
    internal void AlignTurns(ReadOnlySpan<long> ends)
    {
        HoldTurns(ends.Length);
        while (_bars.Length < ends.Length * _finest)
            Array.Resize(ref _bars, _bars.Length * 2);
        for (; _alignedTurns < ends.Length; _alignedTurns++)
        {
            int first = _alignedTurns * _finest;
            for (int s = 0; s < _finest; s++)
                _bars[first + s] = new TurnBar(s, _alignedTurns);
            _offsets[_alignedTurns + 1] = first + _finest;
        }

        ends.CopyTo(_ends);
        IsAligned = true;
        TurnCount = ends.Length;
        BarCount = ends.Length * _finest;
    }

    /// <summary>Creates turns from bars in the order of their ends.</summary>
    internal void MakeTurns(RowSort sorted)
    {
        _alignedTurns = 0;
        IsAligned = false;
        while (_bars.Length < sorted.Count)
            Array.Resize(ref _bars, _bars.Length * 2);
        sorted.Bars.CopyTo(_bars);
        BarCount = sorted.Count;
        ReadOnlySpan<long> ends = sorted.Ends;
        for (int bar = 0; bar < ends.Length; bar++)
        {
            if (bar + 1 < ends.Length && ends[bar + 1] == ends[bar])
                continue;
            HoldTurns(TurnCount + 1);
            _ends[TurnCount++] = ends[bar];
            _offsets[TurnCount] = bar + 1;
        }
    }

    /// <summary>
    /// Adds the bars of higher timeframes to the turns in which they end, and adds turns for those that end at a time when no other bar does.
    /// </summary>
    internal void AddHigher(RowSort sorted)
    {
        int alone = CountAlone(sorted.Ends);
        if (alone > 0)
        {
            _alignedTurns = 0;
            IsAligned = false;
        }

        int turn = TurnCount - 1;
        TurnCount += alone;
        HoldTurns(TurnCount);
        HoldHigher(sorted.Count);
        sorted.Bars.CopyTo(_higherBars);

        // From the end, so that turns can be moved in place.
        int bar = sorted.Count - 1;
        for (int to = TurnCount - 1; to >= 0; to--)
        {
            bool isAlone = turn < 0 || (bar >= 0 && sorted.Ends[bar] > _ends[turn]);
            _offsets[to + 1] = _offsets[turn + 1];
            _ends[to] = isAlone ? sorted.Ends[bar] : _ends[turn];
            if (!isAlone)
                turn--;
            _higherOffsets[to + 1] = bar + 1;
            while (bar >= 0 && sorted.Ends[bar] == _ends[to])
                bar--;
        }
    }

    /// <summary>The number of ends that do not belong to a turn.</summary>
    private int CountAlone(ReadOnlySpan<long> ends)
    {
        int alone = 0;
        int turn = 0;
        for (int bar = 0; bar < ends.Length; bar++)
        {
            if (bar > 0 && ends[bar] == ends[bar - 1])
                continue;
            while (turn < TurnCount && _ends[turn] < ends[bar])
                turn++;
            if (turn == TurnCount || _ends[turn] != ends[bar])
                alone++;
        }

        return alone;
    }

    private int KeepHigher(ReadOnlySpan<TurnBar> bars, IReadOnlyCollection<int> wanted, int count)
    {
        while (_higherBars.Length < count + bars.Length)
            Array.Resize(ref _higherBars, Math.Max(16, _higherBars.Length * 2));
        foreach (TurnBar bar in bars)
        {
            if (wanted.Contains(bar.Series))
                _higherBars[count++] = bar;
        }

        return count;
    }

    private void HoldTurns(int turns)
    {
        if (_ends.Length >= turns)
            return;
        int capacity = Math.Max(turns, _ends.Length * 2);
        Array.Resize(ref _ends, capacity);
        Array.Resize(ref _offsets, capacity + 1);
    }

    private void HoldHigher(int bars)
    {
        if (_higherOffsets.Length < TurnCount + 1)
            Array.Resize(ref _higherOffsets, _offsets.Length);
        if (_higherBars.Length < bars)
            Array.Resize(ref _higherBars, Math.Max(bars, _higherBars.Length * 2));
    }
}
