namespace Backtest.Engine;

/// <summary>The corporate actions of a run by instrument, each instrument's by day; on one day splits come first. Delistings are apart.</summary>
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

    /// <summary>Whether there is no split and no dividend.</summary>
    public bool IsEmpty { get; }

    /// <summary>Whether there is a delisting.</summary>
    public bool HasDelistings { get; }

    /// <summary>How many instruments there are.</summary>
    public int Instruments => _actions.Length;

    /// <summary>The splits and dividends of an instrument.</summary>
    public ReadOnlySpan<CorporateAction> Of(int instrument) => _actions[instrument];

    /// <summary>The delistings of an instrument, by day.</summary>
    public IReadOnlyList<Delisting> DelistingsOf(int instrument) => _delistings[instrument];
}
