namespace Backtest.Engine;

/// <summary>The names behind the indexes in rows of one container, in the form in which they are hashed.</summary>
internal sealed class HashedNames(RowNames names)
{
    private readonly HashedText[] _strategies = [.. names.Strategies.Select(name => new HashedText(name))];
    private readonly HashedText[] _states = [.. names.States.Prepend(RegimeEvent.Unknown).Select(name => new HashedText(name))];
    private HashedText?[] _symbols = [];

    /// <summary>The name of a strategy, by its index.</summary>
    public HashedText Strategy(int index) => _strategies[index];

    /// <summary>The name of a state, by its index; −1 for unknown.</summary>
    public HashedText State(int index) => _states[index + 1];

    /// <summary>The symbol of an instrument.</summary>
    public HashedText Symbol(Instrument instrument) =>
        (uint)instrument.Index < (uint)_symbols.Length && _symbols[instrument.Index] is { } known ? known : Add(instrument);

    private HashedText Add(Instrument instrument)
    {
        if (instrument.Index >= _symbols.Length)
            Array.Resize(ref _symbols, Math.Max(instrument.Index + 1, _symbols.Length * 2));
        return _symbols[instrument.Index] = new HashedText(instrument.Symbol);
    }
}
