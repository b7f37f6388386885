namespace Backtest.Engine;

/// <summary>On which side of an entry its protection lies.</summary>
internal static class ProtectionSides
{
    /// <summary>
    /// Whether a price of the protection lies where it would fill as soon as the entry does: a stop loss beyond the entry, a target short of it.
    /// The entry is where its limit or its waking price is, or else at the close.
    /// </summary>
    public static bool AreWrong(in SignalEvent signal, double close)
    {
        EntryTerms terms = signal.Entry;
        if (!terms.IsProtected)
            return false;
        double entry = terms.Limit ?? terms.Stop ?? terms.Touch ?? close;
        int ahead = signal.Direction == Direction.Long ? 1 : -1;
        if (IsAt(terms.StopLoss, entry, -ahead) || IsAt(terms.TakeProfit, entry, ahead))
            return true;
        if (terms.Plan is not { } plan)
            return false;
        bool isWrong = IsAt(plan.BreakEvenAt, entry, ahead);
        foreach (ProfitTarget target in plan.Targets)
            isWrong |= IsAt(target.Level, entry, ahead);
        return isWrong;
    }

    /// <summary>Whether a fixed price is not on this side of the entry.</summary>
    private static bool IsAt(PriceLevel? level, double entry, int side) =>
        level is { IsDistance: false, Value: var price } && (price - entry) * side <= 0;
}
