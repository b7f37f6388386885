namespace Backtest.Results;

/// <summary>Explains the recorded words for reasons.</summary>
public static class ReasonText
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["already_in"] = "the strategy already had a position or an entry order",
        ["flat"] = "all positions were closed before the end of the run",
        ["at_end"] = "the run had ended",
        ["before_start"] = "the bar was before data.trade_from",
        ["below_lot"] = "the size was less than one lot",
        ["fault"] = "its container had stopped on a fault",
        ["inactive_regime"] = "the regime is not in the strategy's active_in",
        ["insufficient_funds"] = "the account could not carry it at the price of its fill",
        ["left_regime"] = "the regime left the strategy's active_in",
        ["left_universe"] = "the symbol left the strategy's universe",
        ["no_price"] = "the risk manager had no price",
        ["no_volatility"] = "the price did not move, so no size could be computed",
        ["not_in_universe"] = "the symbol does not belong to the strategy's universe on that day",
        ["not_placed"] = "the risk manager did not answer it",
        ["not_ready"] = "the indicator for the size was not ready",
        ["nothing_to_amend"] = "there was no working order to change, and nothing to protect",
        ["nothing_to_follow"] = "the order it should have followed was not working",
        ["not_triggered"] = "the order it should have followed ended without a fill",
        ["at_weight"] = "the position already has its weight",
        ["no_weight"] = "no weight is set for the symbol",
        ["nothing_to_cancel"] = "there was no working order to cancel",
        ["on_target"] = "the position already had that size",
        ["other_terms"] = "the order has no such price",
        ["within_band"] = "the difference to trade was within the band of the target",
        ["wrong_side"] = "a stop loss or a target would have filled immediately with the entry",
        ["not_filled"] = "it had one chance to fill, and did not fill completely",
        ["canceled"] = "the strategy canceled it",
        ["nothing_to_exit"] = "there was no position, or all of it was already being closed",
        ["position_closed"] = "the position it would have closed no longer existed",
        ["ruin"] = "the portfolio's equity had fallen to zero or below",
        ["ruined"] = "the portfolio's equity had fallen to zero or below",
    };

    /// <summary>The meaning of a reason, or null for a limit's type and for plugin authors' own words, which need no explanation.</summary>
    /// <param name="reason">The word.</param>
    public static string? Of(string reason) => Meanings.GetValueOrDefault(reason);
}
