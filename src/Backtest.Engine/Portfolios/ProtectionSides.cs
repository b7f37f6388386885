namespace Backtest.Engine;

/// <summary>On which side of an entry its protection lies.</summary>
internal static class ProtectionSides
{
    /// <summary>
    /// Whether a price of the protection lies where it would fill as soon as the entry does: a stop loss beyond the entry, a target short of it.
    /// An entry fills about where it wakes, or else at the close, and with a limit there or as far away as the limit: what makes sense at one of
    /// the two is not wrong.
    /// </summary>
    public static bool AreWrong(in SignalEvent signal, double close)
    {
        EntryTerms terms = signal.Entry;
        if (!terms.IsProtected)
            return false;
        int ahead = signal.Direction == Direction.Long ? 1 : -1;
        double waking = terms.Stop ?? terms.Touch ?? close;
        double limit = terms.Limit ?? waking;
        double best = ahead > 0 ? Math.Min(limit, waking) : Math.Max(limit, waking);
        if (IsAt(terms.StopLoss, limit, -ahead) || IsAt(terms.TakeProfit, best, ahead))
            return true;
        if (terms.Plan is not { } plan)
            return false;
        bool isWrong = IsAt(plan.BreakEvenAt, best, ahead);
        foreach (ProfitTarget target in plan.Targets)
            isWrong |= IsAt(target.Level, best, ahead);
        return isWrong;
    }

    /// <summary>Whether a fixed price is not on this side of the entry.</summary>
    private static bool IsAt(PriceLevel? level, double entry, int side) =>
        level is { IsDistance: false, Value: var price } && (price - entry) * side <= 0;
}
