namespace Backtest.Engine;

/// <summary>The corporate actions of a run: for each instrument by day, with splits first within a day. Delistings are kept separately.</summary>
internal sealed class ActionSchedule
{
    private readonly CorporateAction[][] _actions;
    private readonly Delisting[][] _delistings;

    public ActionSchedule(IReadOnlyList<CorporateAction> actions, IReadOnlyList<Instrument> instruments)
    {
        ILookup<string, CorporateAction> bySymbol = actions.ToLookup(action => action.Symbol, StringComparer.Ordinal);
        _actions = [.. instruments.Select(instrument =>
            bySymbol[instrument.Symbol].Where(action => action is not Delisting)
                .OrderBy(action => action.Day).ThenBy(action => action is not Split).ToArray())];
        _delistings = [.. instruments.Select(instrument =>
            bySymbol[instrument.Symbol].OfType<Delisting>().OrderBy(delisting => delisting.Day).ToArray())];
        HasDelistings = Array.Exists(_delistings, static own => own.Length > 0);
        IsEmpty = Array.TrueForAll(_actions, static own => own.Length == 0);
    }

    /// <summary>Whether there are no splits and no dividends.</summary>
    public bool IsEmpty { get; }

    /// <summary>Whether there are delistings.</summary>
    public bool HasDelistings { get; }

    /// <summary>The number of instruments.</summary>
    public int Instruments => _actions.Length;

    /// <summary>The splits and dividends of an instrument.</summary>
    public ReadOnlySpan<CorporateAction> Of(int instrument) => _actions[instrument];

    /// <summary>The delistings of an instrument, by day.</summary>
    public IReadOnlyList<Delisting> DelistingsOf(int instrument) => _delistings[instrument];
}
