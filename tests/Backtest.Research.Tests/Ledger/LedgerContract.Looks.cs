using Backtest.Research;

namespace Backtest.Tests;

public abstract partial class LedgerContract
{
    [Fact]
    public void A_look_at_the_holdout_counts_once_for_each_run_of_a_family()
    {
        ITrialLedger ledger = Begun();
        var day = new DateOnly(2016, 1, 1);
        DateTime at = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        ledger.Look(new HoldoutLook("crosses", "one", day, at));
        ledger.Look(new HoldoutLook("crosses", "one", day, at.AddDays(1)));
        ledger.Look(new HoldoutLook("crosses", "two", day.AddYears(1), at));
        ledger.Look(new HoldoutLook("unsearched", "one", day, at));
        Assert.Equal((2, 1, 0), (ledger.HoldoutLooksOf("crosses"), ledger.HoldoutLooksOf("unsearched"), ledger.HoldoutLooksOf("unheard of")));
        Assert.Equal(
            [new FamilyEntry("crosses", 0, 1) { HoldoutLooks = 2 }, new FamilyEntry("unsearched", 0, 0) { HoldoutLooks = 1 }], ledger.Families());
    }
}
