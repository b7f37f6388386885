namespace Backtest.Engine;

/// <summary>The signals of one turn, and which of them are answered.</summary>
internal sealed class TurnSignals
{
    private const int None = -1;

    private readonly Rows<SignalEvent> _signals = new();
    private readonly Rows<bool> _answered = new(); // of those admitted
    private readonly Rows<int> _places = new(); // of the signals, by their ids from the first on
    private int _first;
    private int _next; // where the next answer is expected

    /// <summary>How many there are.</summary>
    public int Count => _signals.Count;

    /// <summary>The signals, once sorted: cancellations, exits, amendments, targets, entries, then by strategy, then by symbol, then as they came.</summary>
    public Span<SignalEvent> All => _signals.Span;

    /// <summary>Adds one; ids follow each other.</summary>
    public void Add(in SignalEvent signal)
    {
        if (_signals.Count == 0)
            _first = signal.Id;
        _signals.Add(signal);
    }

    /// <summary>Puts them in their order.</summary>
    public void Sort()
    {
        if (!IsSorted())
            _signals.Span.Sort(static (one, other) => Compare(one, other));
    }

    /// <summary>Keeps one behind those kept so far.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="isAnswered">Whether nobody has to answer it.</param>
    public void Admit(int place, bool isAnswered)
    {
        int admitted = _answered.Count;
        if (admitted < place)
            _signals.Span[admitted] = _signals.Span[place];
        _answered.Add(isAnswered);
        if (isAnswered)
            _next = admitted + 1;
    }

    /// <summary>Leaves only those admitted.</summary>
    public void KeepAdmitted() => _signals.Keep(_answered.Count);

    /// <summary>Whether the signal at a place is answered.</summary>
    public bool IsAnswered(int place) => _answered.Span[place];

    /// <summary>Takes note that a signal is answered.</summary>
    /// <returns>Its place; <see langword="null"/>: it is answered already, as exits are.</returns>
    /// <exception cref="ArgumentException">It is none of the turn's.</exception>
    public int? Answer(int signal)
    {
        int place = Place(signal);
        _next = place + 1;
        ref bool isAnswered = ref _answered.Span[place];
        if (isAnswered)
            return null;
        isAnswered = true;
        return place;
    }

    /// <summary>Forgets them.</summary>
    public void Clear()
    {
        _signals.Clear();
        _answered.Clear();
        _places.Clear();
        _next = 0;
    }

    private int Place(int signal)
    {
        // Answers mostly come in the order of the signals, so that the next is at hand.
        ReadOnlySpan<SignalEvent> signals = _signals.Span;
        if (_next < signals.Length && signals[_next].Id == signal)
            return _next;
        if (_places.Count == 0)
            ListPlaces(signals);
        int offset = signal - _first;
        int place = offset >= 0 && offset < _places.Count ? _places.Span[offset] : None;
        return place != None
            ? place
            : throw new ArgumentException($"signal {signal} is none of the turn's that wait for an answer", nameof(signal));
    }

    private void ListPlaces(ReadOnlySpan<SignalEvent> signals)
    {
        if (signals.IsEmpty)
            return;
        int last = _first;
        foreach (ref readonly SignalEvent signal in signals)
            last = Math.Max(last, signal.Id);
        Span<int> places = _places.AddRange(last - _first + 1);
        places.Fill(None);
        for (int place = 0; place < signals.Length; place++)
            places[signals[place].Id - _first] = place;
    }

    private bool IsSorted()
    {
        ReadOnlySpan<SignalEvent> signals = _signals.Span;
        for (int i = 1; i < signals.Length; i++)
        {
            if (Compare(signals[i - 1], signals[i]) > 0)
                return false;
        }

        return true;
    }

    /// <summary>What withdraws goes ahead of what closes, and that ahead of what changes and of what opens.</summary>
    private static int Rank(SignalAction action) => action switch
    {
        SignalAction.Cancel => 0,
        SignalAction.Exit => 1,
        SignalAction.Amend => 2,
        SignalAction.Target => 3,
        _ => 4,
    };

    private static int Compare(in SignalEvent one, in SignalEvent other)
    {
        if (one.Action != other.Action)
            return Rank(one.Action).CompareTo(Rank(other.Action));
        if (one.StrategyIndex != other.StrategyIndex)
            return one.StrategyIndex.CompareTo(other.StrategyIndex);
        int bySymbol = one.Instrument.Index.CompareTo(other.Instrument.Index);
        return bySymbol != 0 ? bySymbol : one.Id.CompareTo(other.Id);
    }
}
