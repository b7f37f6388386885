namespace Backtest.Engine;

/// <summary>Determines on which side of an entry its protection lies.</summary>
internal static class ProtectionSides
{
    /// <summary>
    /// Whether a price of the protection is one at which it would fill as soon as the entry does, wherever the entry may fill: a stop loss at the
    /// worst price of the entry or beyond, a target at the best price or short of it.
    /// </summary>
    public static bool AreWrong(in SignalEvent signal, double close, IOrderMatching matching)
    {
        EntryTerms terms = signal.Entry;
        if (!terms.IsProtected)
            return false;
        int ahead = signal.Direction == Direction.Long ? 1 : -1;
        (double best, double worst) = matching.EntryPrices(signal.Direction, terms, close);
        if (IsAt(terms.StopLoss, worst, -ahead) || IsAt(terms.TakeProfit, best, ahead))
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
