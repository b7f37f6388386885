namespace Backtest.Data.Actions;

/// <summary>A corporate action that the prices of a series contradict.</summary>
/// <param name="Code">A stable word: <see cref="SplitNotInPrices"/> or <see cref="BarsAfterDelisting"/>.</param>
/// <param name="Message">What was found.</param>
/// <param name="Start">The start of the first bar that contradicts it, UTC ticks.</param>
/// <param name="Count">How many bars contradict it.</param>
internal sealed record ActionMisfit(string Code, string Message, long Start, long Count)
{
    /// <summary>A split that prices do not show, or that they show although they are adjusted for it.</summary>
    public const string SplitNotInPrices = "split_not_in_prices";

    /// <summary>Bars continue after a delisting.</summary>
    public const string BarsAfterDelisting = "bars_after_delisting";

    /// <summary>How to fix the problem a code stands for.</summary>
    public static string FixOf(string code) => code == SplitNotInPrices
        ? "Check its date and ratio. If the prices are already adjusted for splits, remove the splits from the actions."
        : "Check the day of the delisting, and that the bars do not belong to another company with the same symbol.";
}
