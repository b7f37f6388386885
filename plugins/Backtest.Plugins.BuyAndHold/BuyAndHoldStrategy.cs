namespace Backtest.Plugins.BuyAndHold;

/// <summary>
/// Buys once and keeps it: asks to enter while it is flat and has never left. What closed its position, a limit or a regime, had its
/// reason, so it does not come back.
/// </summary>
[Strategy("buy-and-hold", Description = "Buys once and keeps it.")]
public sealed partial class BuyAndHoldStrategy
{
    private bool _hasHeld;

    /// <summary>Asks to enter until something is held.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (!position.IsFlat)
            _hasHeld = true;
        else if (!_hasHeld)
            signals.Enter(Direction.Long, new EntryTerms { Reason = "buy and hold" });
    }
}
