using Backtest.Research;
using Backtest.Testing;
using CsCheck;

namespace Backtest.Tests;

public sealed class AllMethodsTests
{
    private static readonly Gen<(SearchSpace Space, ulong Seed, int Batch)> Searches =
        Gen.Select(SearchGenerators.Spaces, Gen.ULong, Gen.Int[1, 9]);

    [Fact]
    public void Every_method_keeps_the_laws_that_plugins_are_held_to()
    {
        SearchMethodConformance.Check<GridMethod>();
        SearchMethodConformance.Check<RandomMethod>();
        SearchMethodConformance.Check<SobolMethod>();
        SearchMethodConformance.Check<TpeMethod>();
        SearchMethodConformance.Check<Nsga2Method>();
        SearchMethodConformance.Check<HalvingMethod>();
    }

    [Fact]
    public void Proposals_are_points_of_the_space_that_constraints_allow() => Searches.Sample((space, seed, batch) =>
    {
        foreach (ISearchMethod method in MethodsFor(space))
        {
            foreach (SearchTrial trial in Trials(method, space, seed, batch))
            {
                Assert.True(space.Allows(trial.Proposal.Point));
                Assert.InRange(trial.Proposal.Share, double.Epsilon, 1);
                Assert.Equal(space.Dimensions.Count, trial.Proposal.Point.Coordinates.Length);
                for (int i = 0; i < space.Dimensions.Count; i++)
                    Assert.Equal(space.Dimensions[i].Nearest(trial.Proposal.Point[i]), trial.Proposal.Point[i]);
            }
        }
    }, iter: 150);

    [Fact]
    public void The_same_state_gives_the_same_proposals() => Searches.Sample((space, seed, batch) =>
    {
        foreach (ISearchMethod method in MethodsFor(space))
        {
            List<SearchTrial> trials = Trials(method, space, seed, batch);
            for (int count = 0; count <= trials.Count; count += 5)
            {
                SearchState state = SearchSimulation.State(space, [.. trials.Take(count)], 3, 30, seed);
                Assert.Equal(method.Propose(state), method.Propose(state));
            }
        }
    }, iter: 60);

    [Fact]
    public void A_method_that_does_not_adapt_proposes_the_same_in_any_batches_whatever_the_losses() =>
        Gen.Select(SearchGenerators.Spaces, Gen.ULong, Gen.Int[1, 9]).Sample((space, seed, batch) =>
        {
            foreach (ISearchMethod method in MethodsFor(space).Where(method => !method.IsAdaptive))
            {
                List<SearchTrial> parts = SearchSimulation.Run(method, space, point => [point[0]], 30, seed, _ => batch);
                Assert.Equal(SearchSimulation.Points(method, space, 30, seed), parts.Select(trial => trial.Proposal.Point));
            }
        }, iter: 100);

    [Fact]
    public void Only_methods_that_learn_from_losses_adapt() =>
        Assert.Equal([false, false, false, true, true, true], SearchSimulation.Methods.Select(method => method.IsAdaptive));

    [Fact]
    public void A_method_that_adapts_goes_on_differently_where_losses_were_different()
    {
        var space = new SearchSpace([SearchDimension.Range("x", 0, 1), SearchDimension.Range("y", 0, 1)]);

        foreach (ISearchMethod method in SearchSimulation.Methods.Where(method => method.IsAdaptive))
        {
            List<SearchTrial> up = SearchSimulation.Run(method, space, point => [point[0]], 60, 1);
            List<SearchTrial> down = SearchSimulation.Run(method, space, point => [-point[0]], 60, 1);
            Assert.NotEqual(up.Select(trial => trial.Proposal.Point), down.Select(trial => trial.Proposal.Point));
        }
    }

    [Fact]
    public void No_method_but_halving_tries_a_point_twice_and_all_end_when_none_is_left() =>
        Gen.Select(SearchGenerators.FiniteSpaces, Gen.ULong, Gen.Int[1, 9]).Sample((space, seed, batch) =>
        {
            HashSet<SearchPoint> all = SearchGenerators.AllPoints(space);
            foreach (ISearchMethod method in SearchSimulation.Methods.Where(method => method is not HalvingMethod))
            {
                List<SearchTrial> trials = SearchSimulation.Run(method, space, point => [point[0]], all.Count + 10, seed, _ => batch);
                Assert.Equal(trials.Count, trials.Select(trial => trial.Proposal.Point).Distinct().Count());
                Assert.Equal(all, trials.Select(trial => trial.Proposal.Point).ToHashSet());
            }
        }, iter: 40);

    [Fact]
    public void Constraints_that_allow_nothing_end_the_search_before_the_first_trial()
    {
        var nothing = new SearchSpace([SearchDimension.Grid("x", 0, 100, 1), SearchDimension.Choice("y", 3)], _ => false);

        foreach (ISearchMethod method in SearchSimulation.Methods)
            Assert.Empty(method.Propose(SearchSimulation.State(nothing, [], 10, 100)));
    }

    [Fact]
    public void Trials_that_all_fault_do_not_stop_a_search()
    {
        var space = new SearchSpace([SearchDimension.Range("x", 0, 1), SearchDimension.Choice("y", 3)]);

        foreach (ISearchMethod method in SearchSimulation.Methods.Where(method => method is not (GridMethod or HalvingMethod)))
            Assert.Equal(50, SearchSimulation.Run(method, space, _ => [double.PositiveInfinity], 50, 1, _ => 4).Count);
    }

    private static List<SearchTrial> Trials(ISearchMethod method, SearchSpace space, ulong seed, int batch) => SearchSimulation.Run(
        method, space, point => [Math.Floor(point[0]) % 5 == 2 ? double.PositiveInfinity : Math.Sin(point[0])], 30, seed, _ => batch);

    private static IEnumerable<ISearchMethod> MethodsFor(SearchSpace space) =>
        SearchSimulation.Methods.Where(method => method is not GridMethod || space.Count is not null);
}
