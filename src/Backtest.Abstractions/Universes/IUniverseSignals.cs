namespace Backtest;

/// <summary>Lets a universe strategy signal entries and exits of its symbols.</summary>
[Emitter(typeof(SignalEvent))]
public interface IUniverseSignals
{
    /// <summary>Signals on one symbol.</summary>
    /// <param name="instrument">A symbol of the strategy that has had a bar.</param>
    /// <exception cref="ArgumentException">It is not one of the strategy's, or has had no bar yet.</exception>
    ISignals this[Instrument instrument] { get; }

    /// <summary>
    /// The symbols the strategy holds or has orders at work on, in ordinal order. Valid until the next call.
    /// </summary>
    ReadOnlySpan<Instrument> InUse { get; }

    /// <summary>
    /// Requests these positions and no others: a <see cref="ISignals.Target"/> for each symbol named, and one of zero for each other symbol the
    /// strategy holds or has orders at work on. Orders that close go before those that open, across all symbols.
    /// </summary>
    /// <param name="targets">The positions wanted, each symbol once.</param>
    /// <param name="band">
    /// The difference for a symbol, in the unit of its size, below which it is not traded. A position to be closed is always closed.
    /// </param>
    /// <param name="keepsOthers">Whether symbols that are not named stay as they are.</param>
    /// <param name="reason">The reason, for the results; pass a constant.</param>
    /// <exception cref="ArgumentException">A symbol is named twice, is not one of the strategy's, or has had no bar yet.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size or the band is not a number, or the band is below zero.</exception>
    void Targets(ReadOnlySpan<InstrumentTarget> targets, double band = 0, bool keepsOthers = false, string? reason = null)
    {
        for (int i = 0; i < targets.Length; i++)
        {
            Instrument instrument = targets[i].Instrument;
            if (IsNamed(instrument, targets[..i]))
                throw new ArgumentException($"'{instrument.Symbol}' is named twice; name each symbol once", nameof(targets));
            this[instrument].Target(targets[i].Size, band, reason);
        }

        if (keepsOthers)
            return;
        foreach (Instrument instrument in InUse)
        {
            if (!IsNamed(instrument, targets))
                this[instrument].Target(PositionSize.Quantity(0), reason: reason);
        }
    }

    private static bool IsNamed(Instrument instrument, ReadOnlySpan<InstrumentTarget> targets)
    {
        foreach (ref readonly InstrumentTarget target in targets)
        {
            if (target.Instrument.Index == instrument.Index)
                return true;
        }

        return false;
    }
}
