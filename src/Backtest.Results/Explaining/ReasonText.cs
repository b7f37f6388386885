namespace Backtest.Results;

/// <summary>Explains the recorded words for reasons.</summary>
public static class ReasonText
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["already_in"] = "a position or an entry of its own was there already",
        ["flat"] = "everything was closed while the run went on",
        ["at_end"] = "the run was over",
        ["before_start"] = "the bar was before data.trade_from",
        ["below_lot"] = "the size came to less than a lot",
        ["fault"] = "its container had stopped on a fault",
        ["inactive_regime"] = "the regime is not in the strategy's active_in",
        ["insufficient_funds"] = "the account could not bear it at the price it would have filled at",
        ["left_regime"] = "the regime left the strategy's active_in",
        ["left_universe"] = "the symbol left the strategy's universe",
        ["no_price"] = "the risk manager had no price",
        ["no_volatility"] = "the price did not move, so that no size follows from it",
        ["not_in_universe"] = "the symbol does not belong to the strategy's universe on that day",
        ["not_placed"] = "the risk manager did not answer it",
        ["not_ready"] = "the indicator the size is computed from was not ready",
        ["nothing_to_amend"] = "there was no order at work to change, and nothing to protect",
        ["nothing_to_follow"] = "the order it was to follow was not at work",
        ["not_triggered"] = "the order it was to follow ended without filling",
        ["at_weight"] = "the position has its weight already",
        ["no_weight"] = "no weight is given for the symbol",
        ["nothing_to_cancel"] = "there was no order at work to withdraw",
        ["on_target"] = "the position was of that size already",
        ["other_terms"] = "the order has no such price",
        ["within_band"] = "what would have been traded lies within the band of the target",
        ["wrong_side"] = "a stop loss or a target lies where it would fill as soon as the entry does",
        ["not_filled"] = "it had one chance to fill, and did not, or not all of it",
        ["canceled"] = "the strategy withdrew it",
        ["nothing_to_exit"] = "there was no position, or all of it was being closed already",
        ["position_closed"] = "the position it would close was gone",
        ["ruin"] = "the portfolio's equity had come to zero or below",
        ["ruined"] = "the portfolio's equity had come to zero or below",
    };

    /// <summary>The meaning of a reason, or null for a limit's type and for plugin authors' own words, which need no explanation.</summary>
    /// <param name="reason">The word.</param>
    public static string? Of(string reason) => Meanings.GetValueOrDefault(reason);
}
