using System.Collections.Concurrent;
using Backtest.Research;
using CsCheck;

namespace Backtest.Tests;

public abstract partial class LedgerContract
{
    [Fact]
    public void What_one_worker_holds_no_other_gets()
    {
        ITrialLedger ledger = Begun();
        Assert.Equal([0, 1, 2], ledger.Claim("e1", Samples.Claims(0, 3), "w1", Samples.Hour).Numbers());
        Assert.Equal([3, 4], ledger.Claim("e1", Samples.Claims(1, 4), "w2", Samples.Hour).Numbers());
    }

    [Fact]
    public void A_claim_may_be_repeated()
    {
        ITrialLedger ledger = Begun();
        ledger.Claim("e1", Samples.Claims(0, 3), "w1", Samples.Hour);
        Assert.Equal([2, 1, 0, 3], ledger.Claim("e1", [.. new[] { 2, 1, 0, 3 }.Select(Samples.Claim)], "w1", Samples.Hour).Numbers());
    }

    [Fact]
    public void A_key_is_claimed_under_one_number_at_a_time()
    {
        ITrialLedger ledger = Begun();
        TrialClaim[] same = [new(0, Samples.Key(5)), new(1, Samples.Key(5))];
        Assert.Equal([0], ledger.Claim("e1", same, "w1", Samples.Hour).Numbers());
        Assert.Empty(ledger.Claim("e1", same, "w2", Samples.Hour));
        ledger.Complete("e1", "w1", [Samples.Trial(0, seed: 5)]);
        Assert.Equal([1], ledger.Claim("e1", same, "w2", Samples.Hour).Numbers());
    }

    [Fact]
    public void Experiments_claim_apart()
    {
        ITrialLedger ledger = Begun();
        ledger.Begin(Samples.Experiment("e2"));
        ledger.Claim("e1", Samples.Claims(0, 2), "w1", Samples.Hour);
        Assert.Equal([0, 1], ledger.Claim("e2", Samples.Claims(0, 2), "w2", Samples.Hour).Numbers());
    }

    [Fact]
    public void What_has_ended_is_not_claimed_again()
    {
        ITrialLedger ledger = Begun();
        ledger.Claim("e1", Samples.Claims(0, 2), "w1", Samples.Hour);
        ledger.Complete("e1", "w1", [Samples.Trial(0)]);
        Assert.Equal([1, 2], ledger.Claim("e1", Samples.Claims(0, 3), "w1", Samples.Hour).Numbers());
        Assert.Equal(2L, Sql("SELECT COUNT(*) FROM claim"));
    }

    [Fact]
    public void A_claim_whose_lease_has_ended_is_taken_over()
    {
        ITrialLedger ledger = Begun();
        ledger.Claim("e1", Samples.Claims(0, 3), "gone", Samples.Hour);
        ledger.Claim("e1", Samples.Claims(3, 1), "slow", Samples.Hour * 3);
        LetAnHourPass();
        Assert.Equal([1, 2], ledger.Claim("e1", Samples.Claims(1, 3), "w2", Samples.Hour).Numbers());
        Assert.Equal(1, ledger.Renew("gone", Samples.Hour));
        Assert.Empty(ledger.Claim("e1", Samples.Claims(0, 4), "w3", Samples.Hour));
    }

    [Fact]
    public void The_workers_at_an_experiment_are_those_whose_lease_goes_on()
    {
        ITrialLedger ledger = Begun();
        ledger.Begin(Samples.Experiment("e2"));
        ledger.Claim("e1", Samples.Claims(0, 2), "gone", Samples.Hour);
        ledger.Claim("e1", Samples.Claims(2, 2), "slow", Samples.Hour * 3);
        ledger.Claim("e2", Samples.Claims(0, 1), "other", Samples.Hour * 3);
        Assert.Equal(["gone", "slow"], ledger.WorkersAt("e1").Order());
        LetAnHourPass();
        Assert.Equal(["slow"], ledger.WorkersAt("e1"));
        ledger.Release("slow");
        Assert.Empty(ledger.WorkersAt("e1"));
    }

    [Fact]
    public void A_lease_that_is_renewed_goes_on()
    {
        ITrialLedger ledger = Begun();
        ledger.Claim("e1", Samples.Claims(0, 2), "w1", Samples.Hour);
        Assert.Equal(2, ledger.Renew("w1", Samples.Hour * 3));
        LetAnHourPass();
        Assert.Empty(ledger.Claim("e1", Samples.Claims(0, 2), "w2", Samples.Hour));
        Assert.Equal(0, ledger.Renew("w2", Samples.Hour));
    }

    [Fact]
    public void What_a_worker_releases_others_get()
    {
        ITrialLedger ledger = Begun();
        ledger.Claim("e1", Samples.Claims(0, 2), "w1", Samples.Hour);
        ledger.Claim("e1", Samples.Claims(2, 2), "w2", Samples.Hour);
        ledger.Release("w1");
        Assert.Equal([0, 1], ledger.Claim("e1", Samples.Claims(0, 4), "w3", Samples.Hour).Numbers());
    }

    [Fact]
    public void A_worker_that_comes_late_is_stored_once()
    {
        ITrialLedger ledger = Begun();
        ledger.Claim("e1", Samples.Claims(0, 1), "late", Samples.Hour);
        LetAnHourPass();
        ledger.Claim("e1", Samples.Claims(0, 1), "w2", Samples.Hour);
        Assert.Empty(ledger.Complete("e1", "late", [Samples.Trial(0)]));
        Assert.Empty(ledger.Claim("e1", Samples.Claims(0, 1), "w3", Samples.Hour));
        Assert.Empty(ledger.Complete("e1", "w2", [Samples.Trial(0)]));
        Assert.Equal([Samples.Trial(0)], ledger.Trials("e1"));
        Assert.Equal(1, ledger.CountOf("crosses"));
    }

    [Fact]
    public void Workers_that_claim_at_once_share_out_all_trials_and_run_none_twice()
    {
        const int Workers = 6;
        const int Count = 240;
        Begun();
        var run = new ConcurrentQueue<int>();
        Parallel.For(0, Workers, new ParallelOptions { MaxDegreeOfParallelism = Workers }, worker =>
        {
            using ITrialLedger own = Open();
            // Each worker requests all remaining trials, so they compete for the same ones.
            for (int from = 0; from < Count; from += 8)
            {
                IReadOnlyList<TrialClaim> got = own.Claim("e1", Samples.Claims(from, Math.Min(12, Count - from)), $"w{worker}", Samples.Hour);
                foreach (TrialClaim claim in got)
                    run.Enqueue(claim.Number);
                own.Complete("e1", $"w{worker}", [.. got.Select(claim => Samples.Trial(claim.Number))]);
            }
        });
        Assert.Equal(Enumerable.Range(0, Count), run.Order());
        Assert.Equal(Count, Ledger.CountOf("crosses"));
        Assert.Equal(0L, Sql("SELECT COUNT(*) FROM claim"));
    }

    /// <summary>Compares arbitrary calls of several workers with a model of plain sets.</summary>
    [Fact]
    public void Whatever_workers_do_claims_and_counts_are_as_sets_have_them()
    {
        int experiments = 0;
        Gen<(int Action, int Worker, int First, int Count)> step = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 9], Gen.Int[1, 4]);
        step.Array[1, 25].Sample(
            steps =>
            {
                string id = $"e{experiments++}";
                ITrialLedger ledger = Begun(id, family: id);
                var holders = new Dictionary<int, string>();
                var ended = new SortedSet<int>();
                foreach ((int action, int index, int first, int count) in steps)
                {
                    string worker = $"{id} w{index}";
                    IEnumerable<int> numbers = Enumerable.Range(first, count);
                    switch (action)
                    {
                        case 0:
                            int[] free = [.. numbers.Where(number => !ended.Contains(number) && holders.GetValueOrDefault(number, worker) == worker)];
                            Assert.Equal(free, ledger.Claim(id, Samples.Claims(first, count), worker, Samples.Hour).Numbers());
                            foreach (int number in free)
                                holders[number] = worker;
                            break;
                        case 1:
                            ledger.Complete(id, worker, Samples.Trials(first, count));
                            ended.UnionWith(numbers);
                            foreach (int number in numbers)
                                holders.Remove(number);
                            break;
                        case 2:
                            Assert.Equal(holders.Values.Count(holder => holder == worker), ledger.Renew(worker, Samples.Hour));
                            break;
                        default:
                            ledger.Release(worker);
                            foreach (int number in numbers.Concat(holders.Keys).Where(number => holders.GetValueOrDefault(number) == worker).ToArray())
                                holders.Remove(number);
                            break;
                    }
                }

                Assert.Equal(ended, ledger.Trials(id).Numbers());
                Assert.Equal(ended.Count, ledger.CountOf(id));
            },
            iter: 60,
            threads: 1);
    }
}
