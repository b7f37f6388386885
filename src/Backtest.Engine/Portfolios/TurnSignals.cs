namespace Backtest.Engine;

/// <summary>The signals of one turn, and whether each of them is answered.</summary>
internal sealed class TurnSignals
{
    private const int None = -1;

    private readonly Rows<SignalEvent> _signals = new();
    private readonly Rows<bool> _answered = new(); // for the admitted signals
    private readonly Rows<int> _places = new(); // indexes of the signals, by their ids relative to the first
    private int _first;
    private int _next; // the index at which the next answer is expected

    /// <summary>The number of signals.</summary>
    public int Count => _signals.Count;

    /// <summary>The signals. Once sorted: cancellations, exits, amendments, targets, entries; then by strategy, by symbol and by id.</summary>
    public Span<SignalEvent> All => _signals.Span;

    /// <summary>Adds a signal; ids must be consecutive.</summary>
    public void Add(in SignalEvent signal)
    {
        if (_signals.Count == 0)
            _first = signal.Id;
        _signals.Add(signal);
    }

    /// <summary>Sorts the signals.</summary>
    public void Sort()
    {
        if (!IsSorted())
            _signals.Span.Sort(static (one, other) => Compare(one, other));
    }

    /// <summary>Admits a signal, after those admitted so far.</summary>
    /// <param name="place">The index of the signal.</param>
    /// <param name="isAnswered">Whether it needs no answer.</param>
    public void Admit(int place, bool isAnswered)
    {
        int admitted = _answered.Count;
        if (admitted < place)
            _signals.Span[admitted] = _signals.Span[place];
        _answered.Add(isAnswered);
        if (isAnswered)
            _next = admitted + 1;
    }

    /// <summary>Removes all signals that were not admitted.</summary>
    public void KeepAdmitted() => _signals.Keep(_answered.Count);

    /// <summary>Whether the signal at an index is answered.</summary>
    public bool IsAnswered(int place) => _answered.Span[place];

    /// <summary>Marks a signal as answered.</summary>
    /// <returns>The signal's index; <see langword="null"/> if it is already answered, as exits are.</returns>
    /// <exception cref="ArgumentException">The turn has no such signal.</exception>
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

    /// <summary>Removes all signals.</summary>
    public void Clear()
    {
        _signals.Clear();
        _answered.Clear();
        _places.Clear();
        _next = 0;
    }

    private int Place(int signal)
    {
        // Answers usually come in the order of the signals, so the next signal is tried first.
        ReadOnlySpan<SignalEvent> signals = _signals.Span;
        if (_next < signals.Length && signals[_next].Id == signal)
            return _next;
        if (_places.Count == 0)
            ListPlaces(signals);
        int offset = signal - _first;
        int place = offset >= 0 && offset < _places.Count ? _places.Span[offset] : None;
        return place != None
            ? place
            : throw new ArgumentException($"signal {signal} does not wait for an answer in this turn", nameof(signal));
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

    /// <summary>Cancellations come before exits, then amendments, then signals that open.</summary>
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
