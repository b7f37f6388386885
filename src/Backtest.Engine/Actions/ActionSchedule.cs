namespace Backtest.Engine;

/// <summary>The corporate actions of a run by instrument, each instrument's by day; on one day splits come first.</summary>
internal sealed class ActionSchedule
{
    private readonly CorporateAction[][] _actions;

    public ActionSchedule(IReadOnlyList<CorporateAction> actions, IReadOnlyList<Instrument> instruments)
    {
        ILookup<string, CorporateAction> bySymbol = actions.ToLookup(action => action.Symbol, StringComparer.Ordinal);
        _actions = [.. instruments.Select(instrument =>
            bySymbol[instrument.Symbol].OrderBy(action => action.Day).ThenBy(action => action is not Split).ToArray())];
        IsEmpty = Array.TrueForAll(_actions, static own => own.Length == 0);
    }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty { get; }

    /// <summary>How many instruments there are.</summary>
    public int Instruments => _actions.Length;

    /// <summary>The actions of an instrument.</summary>
    public ReadOnlySpan<CorporateAction> Of(int instrument) => _actions[instrument];
}
