using Backtest.Research;

namespace Backtest.Tests;

public sealed class GridMethodTests
{
    private static readonly SearchSpace Small = new([SearchDimension.Grid("fast", 5, 15, 5), SearchDimension.Choice("side", 2)]);

    [Fact]
    public void The_last_parameter_is_the_fastest() => Assert.Equal(
        [new(5, 0), new(5, 1), new(10, 0), new(10, 1), new(15, 0), new(15, 1)],
        SearchSimulation.Points(new GridMethod(), Small, 100));

    [Fact]
    public void It_goes_on_behind_the_last_trial_passing_over_what_is_refused()
    {
        var space = new SearchSpace(Small.Dimensions, point => point[0] != 10);
        SearchTrial[] trials =
            [new(0, new SearchProposal(new SearchPoint(5, 0)), [1]), new(1, new SearchProposal(new SearchPoint(5, 1)), [1])];

        Assert.Equal([new SearchProposal(new SearchPoint(15, 0))], new GridMethod().Propose(SearchSimulation.State(space, trials, 1, 10)));
    }

    [Fact]
    public void A_large_grid_is_not_gone_through_from_its_beginning()
    {
        int asked = 0;
        var space = new SearchSpace([.. Enumerable.Range(0, 6).Select(i => SearchDimension.Grid($"p{i}", 0, 99, 1))], _ => ++asked > 0);
        SearchTrial[] trials = [new(0, new SearchProposal(new SearchPoint(98, 99, 99, 99, 99, 98)), [1])];

        Assert.Equal(2, new GridMethod().Propose(SearchSimulation.State(space, trials, 2, 10)).Count);
        Assert.Equal(2, asked);
    }

    [Fact]
    public void A_parameter_without_levels_is_an_error_that_names_it()
    {
        var space = new SearchSpace([SearchDimension.Grid("fast", 1, 9, 1), SearchDimension.Range("stop", 0.5, 3)]);

        InputError error = Assert.Single(Assert.Throws<InputException>(() => SearchSimulation.Points(new GridMethod(), space, 1)).Errors);
        Assert.Equal("grid_needs_levels", error.Code);
        Assert.Contains("'stop'", error.Message, StringComparison.Ordinal);
        Assert.Contains("step", error.Fix, StringComparison.Ordinal);
    }
}
