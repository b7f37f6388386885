using Backtest.Research;

namespace Backtest.Tests;

public abstract partial class LedgerContract
{
    [Fact]
    public void A_trial_completed_twice_is_stored_and_counted_once()
    {
        ITrialLedger ledger = Begun();
        Assert.Empty(ledger.Complete("e1", "w1", Samples.Trials(0, 3)));
        Assert.Empty(ledger.Complete("e1", "w2", Samples.Trials(1, 3)));
        Assert.Equal([0, 1, 2, 3], ledger.Trials("e1").Numbers());
        Assert.Equal(4, ledger.CountOf("crosses"));
    }

    [Fact]
    public void A_key_counts_once_in_a_family_whatever_the_experiment()
    {
        ITrialLedger ledger = Begun();
        ledger.Begin(Samples.Experiment("e2"));
        ledger.Begin(Samples.Experiment("e3", family: "breakouts"));
        ledger.Complete("e1", "w", Samples.Trials(0, 3));
        ledger.Complete("e2", "w", [Samples.Trial(0, seed: 1), Samples.Trial(1, seed: 2), Samples.Trial(2, seed: 9)]);
        ledger.Complete("e3", "w", [Samples.Trial(0, seed: 2)]);
        Assert.Equal(4, ledger.CountOf("crosses"));
        Assert.Equal(1, ledger.CountOf("breakouts"));
        Assert.Equal(0, ledger.CountOf("unheard of"));
        Assert.Equal([new FamilyEntry("breakouts", 1, 1), new FamilyEntry("crosses", 4, 2)], ledger.Families());
        Assert.Equal(3, ledger.Trials("e2").Count);
    }

    [Fact]
    public void Trials_that_were_pruned_or_faulted_count()
    {
        ITrialLedger ledger = Begun();
        ledger.Complete("e1", "w", [
            Samples.Trial(0),
            Samples.Trial(1) with { Status = TrialStatus.Pruned, Share = 0.25 },
            Samples.Trial(2) with { Status = TrialStatus.Faulted, EventHash = null, Metrics = null, Objectives = null, Message = "divided by zero" }]);
        Assert.Equal(3, ledger.CountOf("crosses"));
        Assert.Equal([TrialStatus.Complete, TrialStatus.Pruned, TrialStatus.Faulted], ledger.Trials("e1").Select(trial => trial.Status));
    }

    [Fact]
    public void A_key_tried_on_more_of_the_data_keeps_both_results_and_counts_once()
    {
        ITrialLedger ledger = Begun();
        TrialEntry part = Samples.Trial(0, seed: 7) with { Share = 1.0 / 3, Status = TrialStatus.Pruned, EventHash = "part" };
        TrialEntry whole = Samples.Trial(1, seed: 7) with { EventHash = "whole" };
        Assert.Empty(ledger.Complete("e1", "w", [part, whole]));
        Assert.Equal([part, whole], ledger.Trials("e1"));
        Assert.Equal(1, ledger.CountOf("crosses"));
    }

    [Fact]
    public void What_is_recorded_is_read_back()
    {
        TrialEntry full = Samples.Trial(7) with
        {
            Parameters = """{"größe":1e-3,"a":[1, 2],"a2":"\u0000"}""",
            Share = 0.1 + 0.2,
            Status = TrialStatus.Faulted,
            Seconds = 1.0 / 3,
            Message = "no price\nfor 日本 𝄞",
        };
        TrialEntry bare = new(8, Samples.Key(8)) { SpecHash = "s", Parameters = "{}" };
        ITrialLedger ledger = Begun();
        ledger.Complete("e1", "w", [bare, full]);
        using ITrialLedger other = Open();
        Assert.Equal([full, bare], other.Trials("e1"));
        Assert.Equal([bare], other.Trials("e1", from: 8));
        Assert.Empty(other.Trials("unheard of"));
    }

    [Fact]
    public void What_no_database_stores_of_a_message_is_replaced()
    {
        ITrialLedger ledger = Begun();
        ledger.Complete("e1", "w", [Samples.Trial(0) with { Message = "a\0b\uD800c" }]);
        Assert.Equal("a\uFFFDb\uFFFDc", ledger.Trials("e1")[0].Message);
    }

    [Fact]
    public void A_result_that_differs_from_the_one_stored_is_reported_and_not_stored()
    {
        ITrialLedger ledger = Begun();
        ledger.Begin(Samples.Experiment("audit"));
        ledger.Complete("e1", "w", Samples.Trials(0, 4));
        IReadOnlyList<int> differing = ledger.Complete("audit", "w", [
            Samples.Trial(0),
            Samples.Trial(1) with { EventHash = "others" },
            Samples.Trial(2) with { EventHash = null },
            Samples.Trial(3) with { EventHash = null, Status = TrialStatus.Faulted }]);
        Assert.Equal([1, 3], differing);
        Assert.Equal("events 1", ledger.Trials("audit")[1].EventHash);
        Assert.Equal(Samples.Trials(0, 4), ledger.Trials("e1"));
        Assert.Equal([1], ledger.Complete("e1", "w", [Samples.Trial(1) with { EventHash = "others" }]));
    }

    [Fact]
    public void Of_one_key_twice_in_a_batch_the_first_result_stays()
    {
        ITrialLedger ledger = Begun();
        Assert.Equal([1], ledger.Complete("e1", "w", [Samples.Trial(0, seed: 5), Samples.Trial(1, seed: 5) with { EventHash = "others" }]));
        Assert.Equal(["events 5", "events 5"], ledger.Trials("e1").Select(trial => trial.EventHash));
    }

    [Fact]
    public void A_result_gives_way_to_one_that_says_more()
    {
        ITrialLedger ledger = Begun();
        ledger.Begin(Samples.Experiment("e2"));
        ledger.Complete("e1", "w", [
            Samples.Trial(0) with { EventHash = null },
            Samples.Trial(1) with { Status = TrialStatus.Faulted, EventHash = null, Metrics = null, Message = "timed out" }]);
        Assert.Empty(ledger.Complete("e2", "w", Samples.Trials(0, 2)));
        Assert.Equal(["events 0", "events 1"], ledger.Trials("e1").Select(trial => trial.EventHash));
        Assert.Equal(Samples.Trials(0, 2), ledger.Trials("e2"));
    }

    [Fact]
    public void A_number_stored_with_another_key_is_refused_with_its_whole_batch()
    {
        ITrialLedger ledger = Begun();
        ledger.Complete("e1", "w", [Samples.Trial(0)]);
        Assert.Equal("ledger_other_key", Samples.CodeOf(() => ledger.Complete("e1", "w", [Samples.Trial(1), Samples.Trial(0, seed: 9)])));
        Assert.Equal([0], ledger.Trials("e1").Numbers());
        Assert.Equal(1, ledger.CountOf("crosses"));
    }

    [Fact]
    public void Of_a_batch_with_a_trial_that_cannot_be_stored_nothing_is()
    {
        ITrialLedger ledger = Begun();
        Assert.Equal("ledger_failed", Samples.CodeOf(() => ledger.Complete("e1", "w", [Samples.Trial(0), Samples.Trial(1) with { Parameters = "{" }])));
        Assert.Equal("ledger_failed", Samples.CodeOf(() => ledger.Complete("e1", "w", [Samples.Trial(0), Samples.Trial(1) with { Share = 1.5 }])));
        Assert.Empty(ledger.Trials("e1"));
        Assert.Equal(0, ledger.CountOf("crosses"));
        ledger.Complete("e1", "w", [Samples.Trial(0)]);
        Assert.Equal(1, ledger.CountOf("crosses"));
    }

    [Fact]
    public void Eight_writers_at_once_lose_nothing_and_store_nothing_twice()
    {
        const int Writers = 8;
        const int Batches = 12;
        const int Size = 25;
        Begun();
        Parallel.For(0, Writers, new ParallelOptions { MaxDegreeOfParallelism = Writers }, writer =>
        {
            using ITrialLedger own = Open();
            for (int batch = 0; batch < Batches; batch++)
            {
                // Half of each batch also belongs to the next writer, in another order.
                int first = (((batch * Writers) + writer) * Size) % (Writers * Batches * Size);
                IEnumerable<TrialEntry> trials = Samples.Trials(first, Size * 3 / 2);
                own.Complete("e1", $"w{writer}", [.. writer % 2 == 0 ? trials : trials.Reverse()]);
                Ledger.Complete("e1", $"w{writer}", Samples.Trials(first, Size));
            }
        });
        int expected = (Writers * Batches * Size) + (Size / 2);
        Assert.Equal(Enumerable.Range(0, expected), Ledger.Trials("e1").Numbers());
        Assert.Equal(expected, Ledger.CountOf("crosses"));
        Assert.Equal((long)expected, Sql("SELECT COUNT(*) FROM result"));
    }
}
