using Backtest.Research;
using CsCheck;

namespace Backtest.Tests;

public sealed class ParetoFrontTests
{
    [Fact]
    public void It_has_the_trials_that_none_dominates_in_their_order() => Assert.Equal(
        [0, 2, 4],
        ParetoFront.Of([Trial(0, 1, 5), Trial(1, 2, 5), Trial(2, 3, 1), Trial(3, 3, 1.5), Trial(4, 2, 2)]).Select(trial => trial.Number));

    [Fact]
    public void A_trial_on_a_share_of_the_data_or_without_a_loss_is_left_out() => Assert.Equal(
        [2],
        ParetoFront.Of(
        [
            Trial(0, 1, 1) with { Proposal = new SearchProposal(new SearchPoint(0), 0.5) },
            Trial(1, 0, double.PositiveInfinity),
            Trial(2, 9, 9),
        ])
            .Select(trial => trial.Number));

    [Fact]
    public void A_point_that_came_again_counts_once() => Assert.Equal(
        [3],
        ParetoFront.Of([Trial(3, 1, 1), Trial(3, 1, 1)]).Select(trial => trial.Number));

    [Fact]
    public void Every_trial_is_on_it_or_dominated_from_it() => Gen.Int[0, 6].Array[3].Array[1, 30].Sample(losses =>
    {
        SearchTrial[] trials = [.. losses.Select((values, number) => Trial(number, [.. values.Select(value => (double)value)]))];
        HashSet<SearchTrial> front = [.. ParetoFront.Of(trials)];

        foreach (SearchTrial trial in trials)
        {
            bool isDominated = trials.Any(other => other.Losses.Zip(trial.Losses).All(pair => pair.First <= pair.Second)
                && other.Losses.Zip(trial.Losses).Any(pair => pair.First < pair.Second));
            Assert.NotEqual(isDominated, front.Contains(trial));
        }
    });

    private static SearchTrial Trial(int number, params double[] losses) =>
        new(number, new SearchProposal(new SearchPoint(number)), losses);
}
