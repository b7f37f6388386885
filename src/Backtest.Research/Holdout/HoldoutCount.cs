using System.Globalization;
using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>How often held-out days were viewed.</summary>
/// <param name="From">The first day held out.</param>
/// <param name="Family">The family whose runs are counted.</param>
/// <param name="Looks">How many distinct runs of the family included held-out days.</param>
public sealed record HoldoutCount(DateOnly From, string Family, long Looks)
{
    /// <summary>Counts a look.</summary>
    public static HoldoutCount Add(ITrialLedger ledger, HoldoutLook look)
    {
        ledger.Look(look);
        return new HoldoutCount(look.From, look.Family, ledger.HoldoutLooksOf(look.Family));
    }

    /// <summary>The count in words, with what it means.</summary>
    public string Text => string.Create(
        CultureInfo.InvariantCulture,
        $"holdout from {From:yyyy-MM-dd}: used {Looks:N0} {(Looks == 1 ? "time" : "times")} by {Family}{(Looks > 1 ? "; what is chosen from several looks is no longer out of sample" : "")}");

    /// <summary>The count as a part of a document.</summary>
    public JsonObject ToJson() => new()
    {
        ["from"] = From.ToString("O", CultureInfo.InvariantCulture),
        ["family"] = Family,
        ["looks"] = Looks,
    };
}
