using Backtest.Research;

namespace Backtest.Tests;

public abstract partial class LedgerContract
{
    [Fact]
    public void An_experiment_begun_again_is_the_one_stored()
    {
        ExperimentEntry first = Ledger.Begin(Samples.Experiment());
        Assert.Equal(Samples.Experiment(), first);
        Assert.Equal(first, Ledger.Begin(Samples.Experiment() with { Name = "other", Document = "{}", CreatedAt = DateTime.UnixEpoch }));
        Assert.Equal([first], Ledger.Experiments());
    }

    [Fact]
    public void Times_are_kept_to_the_microsecond_in_utc()
    {
        DateTime time = new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc).AddTicks(1_234_567);
        ExperimentEntry stored = Ledger.Begin(Samples.Experiment() with { CreatedAt = time });
        Assert.Equal(time.AddTicks(-7), stored.CreatedAt);
        Assert.Equal(DateTimeKind.Utc, stored.CreatedAt.Kind);
    }

    [Fact]
    public void An_experiment_that_is_finished_says_so()
    {
        Begun();
        var at = new DateTime(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        Ledger.Finish("e1", """{"best": 3}""", at);
        Assert.Equal(
            Samples.Experiment() with { Status = ExperimentStatus.Complete, Document = """{"best": 3}""", FinishedAt = at },
            Ledger.Find("e1"));
    }

    [Fact]
    public void What_is_kept_of_an_experiment_changes_until_it_is_finished()
    {
        Begun();
        Assert.True(Ledger.Describe("e1", """{"error": "no space"}"""));
        Assert.Equal(Samples.Experiment() with { Document = """{"error": "no space"}""" }, Ledger.Find("e1"));
        Ledger.Finish("e1", """{"best": 3}""", DateTime.UnixEpoch);
        Assert.False(Ledger.Describe("e1", "{}"));
        Assert.Equal("""{"best": 3}""", Ledger.Find("e1")!.Document);
    }

    [Fact]
    public void The_newest_experiment_comes_first()
    {
        foreach ((string id, int day) in (IReadOnlyList<(string, int)>)[("a", 2), ("b", 3), ("c", 1)])
            Ledger.Begin(Samples.Experiment(id) with { CreatedAt = new DateTime(2026, 1, day, 0, 0, 0, DateTimeKind.Utc) });
        Assert.Equal(["b", "a", "c"], Ledger.Experiments().Select(entry => entry.Id));
    }

    [Fact]
    public void An_experiment_is_found_by_id_by_name_and_by_how_its_id_begins()
    {
        foreach ((string id, string name, int day) in (IReadOnlyList<(string, string, int)>)[("abc1", "x", 1), ("abd2", "x", 2), ("abc", "ab", 3), ("f%_", "y", 4)])
            Ledger.Begin(Samples.Experiment(id, name: name) with { CreatedAt = new DateTime(2026, 1, day, 0, 0, 0, DateTimeKind.Utc) });
        Assert.Equal("abc", Ledger.Find("abc")?.Id);
        Assert.Equal("abd2", Ledger.Find("x")?.Id);
        Assert.Equal("abc", Ledger.Find("ab")?.Id);
        Assert.Equal("abd2", Ledger.Find("abd")?.Id);
        Assert.Null(Ledger.Find("%"));
        Assert.Null(Ledger.Find(""));
        Assert.Equal("ledger_ambiguous", Samples.CodeOf(() => Ledger.Find("a")));
    }

    [Fact]
    public void What_belongs_to_no_experiment_is_refused()
    {
        Assert.Equal("ledger_no_experiment", Samples.CodeOf(() => Ledger.Complete("e9", "w", Samples.Trials(0, 1))));
        Assert.Equal("ledger_no_experiment", Samples.CodeOf(() => Ledger.Finish("e9", "{}", DateTime.UnixEpoch)));
        Assert.Empty(Ledger.Families());
    }

    [Fact]
    public void Those_who_write_sql_have_views()
    {
        Begun().Complete("e1", "w", Samples.Trials(0, 3));
        Assert.Equal(3L, Sql("SELECT COUNT(*) FROM trials WHERE family = 'crosses' AND experiment_name = 'search' AND worker = 'w'"));
        Assert.Equal(3L, Sql("SELECT trials FROM families"));
    }
}
