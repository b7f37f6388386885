using Backtest;
using Backtest.Testing;

namespace ExampleNamespace.Tests;

public sealed class ExampleSearchMethodTests
{
    [Fact]
    public void It_keeps_the_laws_of_a_search_method() => SearchMethodConformance.Check<ExampleSearchMethod>();

    [Fact]
    public void It_keeps_them_in_the_middle_of_slices_too() => SearchMethodConformance.Check<ExampleSearchMethod>("""{"centered": true}""");

    [Fact]
    public void No_two_trials_share_a_slice()
    {
        var space = new SearchSpace([SearchDimension.Range("x", 0, 1), SearchDimension.Range("y", 10, 20)]);

        IReadOnlyList<SearchProposal> proposals = new ExampleSearchMethod().Propose(State(space, planned: 10));

        Assert.Equal(Enumerable.Range(0, 10), proposals.Select(proposal => (int)(proposal.Point[0] * 10)).Order());
        Assert.Equal(Enumerable.Range(10, 10), proposals.Select(proposal => (int)proposal.Point[1]).Order());
    }

    [Fact]
    public void Where_ratios_count_slices_are_even_by_ratio()
    {
        var space = new SearchSpace([SearchDimension.Range("x", 1, 10_000, isLog: true)]);

        IReadOnlyList<SearchProposal> proposals = new ExampleSearchMethod { Centered = true }.Propose(State(space, planned: 2));

        Assert.Equal([10, 1_000], proposals.Select(proposal => Math.Round(proposal.Point[0], 9)).Order());
    }

    [Fact]
    public void Another_seed_gives_other_points()
    {
        var space = new SearchSpace([SearchDimension.Range("x", 0, 1)]);
        var method = new ExampleSearchMethod();

        Assert.NotEqual(method.Propose(State(space, planned: 10)), method.Propose(State(space, planned: 10) with { Seed = 8 }));
    }

    private static SearchState State(SearchSpace space, int planned) =>
        new() { Space = space, Trials = [], Wanted = planned, Planned = planned, Objectives = 1, Seed = 7 };
}
