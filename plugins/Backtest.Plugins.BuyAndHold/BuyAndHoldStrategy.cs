namespace Backtest.Plugins.BuyAndHold;

/// <summary>
/// Buys once and holds the position: it signals an entry while it is flat and has never exited. Once a limit or a regime has closed its position, it
/// does not enter again.
/// </summary>
[Strategy("buy-and-hold", Description = "Buys once and holds.")]
public sealed partial class BuyAndHoldStrategy
{
    private bool _hasHeld;

    /// <summary>Signals an entry until a position is held.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (!position.IsFlat)
            _hasHeld = true;
        else if (!_hasHeld)
            signals.Enter(Direction.Long, new EntryTerms { Reason = "buy and hold" });
    }
}
