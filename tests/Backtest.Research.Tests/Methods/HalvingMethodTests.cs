using Backtest.Research;

namespace Backtest.Tests;

public sealed class HalvingMethodTests
{
    private static readonly SearchSpace Space = new([SearchDimension.Range("x", 0, 1)]);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(1000)]
    public void The_best_third_of_each_rung_goes_on_with_three_times_the_data(int batch)
    {
        List<SearchTrial> trials = SearchSimulation.Run(new HalvingMethod(), Space, point => [Math.Abs(point[0] - 0.3)], 39, 1, _ => batch);

        SearchTrial[][] rungs = [.. trials.GroupBy(trial => trial.Proposal.Share).Select(group => group.ToArray())];
        Assert.Equal([27, 9, 3], rungs.Select(rung => rung.Length));
        Assert.Equal([1.0 / 9, 1.0 / 3, 1], rungs.Select(rung => rung[0].Proposal.Share));
        for (int i = 1; i < rungs.Length; i++)
        {
            Assert.Equal(rungs[i - 1].OrderBy(trial => trial.Losses[0]).Take(rungs[i].Length).Select(trial => trial.Proposal.Point),
                rungs[i].Select(trial => trial.Proposal.Point));
        }

        Assert.Empty(new HalvingMethod().Propose(SearchSimulation.State(Space, trials, 10, 39)));
    }

    [Fact]
    public void A_rung_waits_for_the_one_before()
    {
        List<SearchTrial> trials = SearchSimulation.Run(new HalvingMethod(), Space, point => [point[0]], 39, 1);

        IReadOnlyList<SearchProposal> proposals = new HalvingMethod().Propose(SearchSimulation.State(Space, [.. trials.Take(25)], 10, 39));

        Assert.Equal(trials.Skip(25).Take(2).Select(trial => trial.Proposal), proposals);
    }

    [Fact]
    public void A_trial_that_faulted_does_not_go_on()
    {
        List<SearchTrial> trials = SearchSimulation.Run(new HalvingMethod(), Space,
            point => [point[0] < 0.95 ? double.PositiveInfinity : point[0]], 130, 1, _ => 10);

        Assert.All(trials.Where(trial => trial.Proposal.Share > 0.2), trial => Assert.True(trial.Proposal.Point[0] >= 0.95));
        Assert.Contains(trials, trial => trial.Proposal.Share == 1);
    }

    [Fact]
    public void A_space_with_few_points_has_smaller_rungs()
    {
        var space = new SearchSpace([SearchDimension.Grid("x", 0, 4, 1)]);

        List<SearchTrial> trials = SearchSimulation.Run(new HalvingMethod { Rungs = 2 }, space, point => [-point[0]], 12, 1, _ => 3);

        Assert.Equal([5, 3], trials.CountBy(trial => trial.Proposal.Share).Select(rung => rung.Value));
        Assert.Equal([4, 3, 2], trials.Skip(5).Select(trial => trial.Proposal.Point[0]));
    }

    [Fact]
    public void Fewer_trials_than_rungs_are_on_all_of_the_data_at_last() =>
        Assert.Equal(
            [1.0 / 3, 1], SearchSimulation.Run(new HalvingMethod(), Space, point => [point[0]], 2, 1).Select(trial => trial.Proposal.Share));
}
