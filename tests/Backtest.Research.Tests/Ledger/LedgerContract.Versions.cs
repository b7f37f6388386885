using System.Globalization;
using Backtest.Research;

namespace Backtest.Tests;

public abstract partial class LedgerContract
{
    [Fact]
    public void A_ledger_of_a_newer_release_is_refused()
    {
        Begun();
        Sql($"INSERT INTO schema_version (scriptname, applied) VALUES ('9999-later.sql', {Now})");
        InputException refused = Assert.Throws<InputException>(Open);
        Assert.Equal("ledger_newer", refused.Errors[0].Code);
        Assert.Contains("9999-later.sql", refused.Message, StringComparison.Ordinal);
        Assert.NotNull(refused.Errors[0].Fix);
    }

    [Fact]
    public void A_ledger_of_an_older_release_is_upgraded_and_keeps_what_it_has()
    {
        Begun().Complete("e1", "w", Samples.Trials(0, 3));
        Sql("DROP VIEW trials");
        Sql("DROP VIEW families");
        Sql("DROP TABLE holdout_look");
        Sql("DELETE FROM schema_version WHERE scriptname <> '0001-tables.sql'");
        using ITrialLedger upgraded = Open();
        Assert.Equal([new FamilyEntry("crosses", 3, 1)], upgraded.Families());
        Assert.Equal(3L, Sql("SELECT COUNT(*) FROM schema_version"));
    }

    [Fact]
    public void A_new_ledger_may_be_opened_by_many_at_once()
    {
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, index =>
        {
            using ITrialLedger own = Open();
            own.Begin(Samples.Experiment(string.Create(CultureInfo.InvariantCulture, $"e{index}")));
        });
        Assert.Equal(8, Ledger.Experiments().Count);
        Assert.Equal(3L, Sql("SELECT COUNT(*) FROM schema_version"));
    }

    [Fact]
    public async Task A_writer_that_is_killed_leaves_whole_batches_and_claims_that_end()
    {
        const int Size = 200;
        int said = await LedgerWriter.KillAfter(Connection, Size, batches: 5);
        LetTheDeadGo();
        IReadOnlyList<TrialEntry> trials = Ledger.Trials("experiment");
        Assert.True(trials.Count >= said, $"{said} were said to be stored, {trials.Count} are.");
        Assert.Equal(0, trials.Count % Size);
        Assert.Equal(Enumerable.Range(0, trials.Count), trials.Numbers());
        Assert.Equal(trials.Count, Ledger.CountOf("family"));
        Assert.Equal((long)trials.Count, Sql("SELECT COUNT(*) FROM result"));

        TrialClaim[] next = [.. Enumerable.Range(trials.Count, Size).Select(number => new TrialClaim(number, TrialKey.Of($"{number}", "data", "1")))];
        // Twice, since the writer used its own clock, which may be slightly ahead.
        LetAnHourPass();
        LetAnHourPass();
        Assert.Equal(next, Ledger.Claim("experiment", next, "heir", Samples.Hour));
    }
}
