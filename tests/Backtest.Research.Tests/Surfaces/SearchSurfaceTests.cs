using Backtest.Research;
using CsCheck;

namespace Backtest.Tests;

public sealed class SearchSurfaceTests
{
    [Fact]
    public void Effects_of_a_sum_on_a_grid_are_exact()
    {
        // x ∈ {0, 1, 2} has the variance 2/3, 2y with y ∈ {0, 1} the variance 1; the choice has no effect.
        SearchSurface surface = Grid([SearchDimension.Grid("x", 0, 2, 1), SearchDimension.Grid("y", 0, 1, 1), SearchDimension.Choice("c", 2)],
            point => point[0] + (2 * point[1]) + 10);

        Assert.True(surface.IsExact);
        Assert.Equal(["x", "y", "c"], surface.Effects.Select(effect => effect.Name));
        Assert.Equal([0.4, 0.6, 0.0], surface.Effects.Select(effect => Math.Round(effect.Share, 12)));
        Assert.Equal(["x y", "x c", "y c"], surface.Pairs.Select(pair => $"{pair.First} {pair.Second}"));
        Assert.All(surface.Pairs, pair => Assert.Equal(0, pair.Share, 12));
        Assert.Equal([new EffectPoint(0, 11, 4), new EffectPoint(1, 12, 4), new EffectPoint(2, 13, 4)],
            surface.Effects[0].Curve.Select(point => point with { Loss = Math.Round(point.Loss, 12) }));
    }

    [Fact]
    public void A_product_of_centred_values_is_an_interaction_alone()
    {
        SearchSurface surface = Grid([SearchDimension.Grid("x", -2, 2, 1), SearchDimension.Grid("y", -1, 1, 0.5)],
            point => point[0] * point[1]);

        Assert.All(surface.Effects, effect => Assert.Equal(0, effect.Share, 12));
        Assert.Equal(1, Assert.Single(surface.Pairs).Share, 12);
    }

    [Fact]
    public void A_product_of_values_that_are_not_centred_is_both()
    {
        // (x + 1)(y + 1) on {−1, 1}² has the variance 3, of which x, y and xy contribute 1 each.
        SearchSurface surface = Grid([SearchDimension.Grid("x", -1, 1, 2), SearchDimension.Grid("y", -1, 1, 2)],
            point => (point[0] + 1) * (point[1] + 1));

        Assert.All(surface.Effects, effect => Assert.Equal(1.0 / 3, effect.Share, 12));
        Assert.Equal(1.0 / 3, surface.Pairs[0].Share, 12);
    }

    [Fact]
    public void Shares_of_a_whole_grid_are_no_more_than_everything() =>
        Gen.Double[-100, 100].Array[24].Sample(losses =>
        {
            int next = 0;
            SearchSurface surface = Grid([SearchDimension.Grid("x", 0, 3, 1), SearchDimension.Choice("c", 3), SearchDimension.Grid("y", 1, 2, 1)],
                _ => losses[next++]);

            double all = surface.Effects.Sum(effect => effect.Share) + surface.Pairs.Sum(pair => pair.Share);
            Assert.InRange(all, 0, 1 + 1e-9);
            Assert.All(surface.Effects, effect => Assert.Equal(losses.Average(), effect.Curve.Average(point => point.Loss), 1e-9));
        });

    [Fact]
    public void A_forest_on_random_trials_comes_near_the_shares_of_a_known_function()
    {
        // Over [0, 1], the variances of 3x, a choice of 0 or 2, and 12(u − ½)(v − ½) are 9/12, 1 and 1; the fifth parameter has no effect.
        const double total = (9.0 / 12) + 1 + 1;
        var space = new SearchSpace([SearchDimension.Range("x", 0, 1), SearchDimension.Choice("c", 2), SearchDimension.Range("u", 0, 1),
            SearchDimension.Range("v", 0, 1), SearchDimension.Grid("idle", 0, 99, 1)]);

        SearchSurface surface = Random(space, 1000, point => (3 * point[0]) + (2 * point[1]) + (12 * (point[2] - 0.5) * (point[3] - 0.5)));

        Assert.False(surface.IsExact);
        Assert.Equal(0.75 / total, surface.Effects[0].Share, 0.06);
        Assert.Equal(1 / total, surface.Effects[1].Share, 0.06);
        Assert.All(surface.Effects.Skip(2), effect => Assert.InRange(effect.Share, 0, 0.02));
        PairEffect greatest = surface.Pairs.MaxBy(pair => pair.Share)!;
        Assert.Equal(("u", "v"), (greatest.First, greatest.Second));
        Assert.Equal(1 / total, greatest.Share, 0.08);
        EffectPoint low = surface.Effects[0].Curve[0];
        EffectPoint high = surface.Effects[0].Curve[^1];
        Assert.Equal(3 * (high.Coordinate - low.Coordinate), high.Loss - low.Loss, 0.6);
    }

    [Fact]
    public void Where_ratios_count_a_forest_weighs_them_evenly()
    {
        // Half of the decades are above 1, whatever their lengths.
        var space = new SearchSpace([SearchDimension.Range("x", 0.01, 100, isLog: true), SearchDimension.Range("y", 0, 1)]);

        SearchSurface surface = Random(space, 400, point => point[0] < 1 ? 0 : 1);

        Assert.InRange(surface.Effects[0].Share, 0.95, 1);
        Assert.Equal(0.5, surface.Effects[0].Curve.Average(point => point.Loss), 0.05);
        Assert.Contains(surface.Cliffs, cliff => cliff.Name == "x" && cliff.From < 1.2 && cliff.To > 0.8 && cliff.Jump > 0.4);
    }

    [Fact]
    public void The_same_trials_give_the_same_surface()
    {
        var space = new SearchSpace([SearchDimension.Range("x", 0, 1), SearchDimension.Choice("c", 3)]);

        Assert.Equal(Random(space, 100, point => point[0] * point[1]).Effects.Select(effect => effect.Share),
            Random(space, 100, point => point[0] * point[1]).Effects.Select(effect => effect.Share));
    }

    [Fact]
    public void A_lonely_peak_is_found()
    {
        SearchSurface surface = Grid([SearchDimension.Grid("x", 0, 10, 1), SearchDimension.Grid("y", 0, 10, 1)],
            point => point[0] == 4 && point[1] == 6 ? -5 : (point[0] + point[1]) / 20);

        Assert.Equal(new SearchPoint(4, 6), surface.Best!.Proposal.Point);
        Neighborhood near = surface.Neighborhood!;
        Assert.Equal([new(3, 6), new(4, 5), new(4, 7), new(5, 6)], near.Trials.Select(trial => trial.Proposal.Point));
        Assert.Equal(0.5, near.MedianLoss, 12);
        Assert.Equal(0.55, near.WorstLoss, 12);
        Assert.Equal(0, near.KeptAdvantage!.Value, 12);
        Assert.True(near.IsLonelyPeak);
    }

    [Fact]
    public void A_broad_hill_is_not_lonely()
    {
        SearchSurface surface = Grid([SearchDimension.Grid("x", -5, 5, 1), SearchDimension.Grid("y", -5, 5, 1)],
            point => (point[0] * point[0]) + (point[1] * point[1]));

        // The median of all losses is 18, and each neighbor has a loss of 1.
        Assert.Equal(18, surface.MedianLoss);
        Assert.Equal(17.0 / 18, surface.Neighborhood!.KeptAdvantage!.Value, 12);
        Assert.False(surface.Neighborhood.IsLonelyPeak);
    }

    [Fact]
    public void In_a_range_the_nearest_trials_are_the_neighbors_and_other_choices_are_not()
    {
        var space = new SearchSpace([SearchDimension.Range("x", 0, 1), SearchDimension.Range("y", 0, 1000), SearchDimension.Choice("c", 2)]);

        SearchSurface hill = Random(space, 400, point => Math.Pow(point[0] - 0.5, 2) + Math.Pow((point[1] / 1000) - 0.5, 2));

        Assert.Equal(4, hill.Neighborhood!.Trials.Count);
        Assert.All(hill.Neighborhood.Trials, trial =>
        {
            Assert.Equal(hill.Best!.Proposal.Point[2], trial.Proposal.Point[2]);
            Assert.Equal(hill.Best.Proposal.Point[0], trial.Proposal.Point[0], 0.15);
            Assert.Equal(hill.Best.Proposal.Point[1], trial.Proposal.Point[1], 150.0);
        });
        Assert.False(hill.Neighborhood.IsLonelyPeak);
    }

    [Fact]
    public void A_step_is_a_cliff_and_a_slope_is_none()
    {
        SearchSurface surface = Grid([SearchDimension.Grid("step", 0, 9, 1), SearchDimension.Grid("slope", 0, 9, 1)],
            point => (point[0] < 6 ? 0 : 8) + (0.1 * point[0]) + point[1]);

        Cliff cliff = Assert.Single(surface.Cliffs);
        Assert.Equal(new Cliff("step", 5, 6, 8.1), cliff with { Jump = Math.Round(cliff.Jump, 12) });
    }

    [Fact]
    public void Trials_without_a_loss_or_on_a_share_of_the_data_are_left_out()
    {
        var space = new SearchSpace([SearchDimension.Grid("x", 0, 3, 1)]);
        SearchTrial[] trials =
        [
            new(0, new SearchProposal(new SearchPoint(0)), [double.PositiveInfinity]),
            new(1, new SearchProposal(new SearchPoint(1), 0.5), [-9]),
            new(2, new SearchProposal(new SearchPoint(2)), [3]),
            new(3, new SearchProposal(new SearchPoint(2)), [3]),
            new(4, new SearchProposal(new SearchPoint(3)), [4]),
        ];

        SearchSurface surface = SearchSurface.Of(space, trials);

        Assert.Equal(2, surface.Trials);
        Assert.Equal(2, surface.Best!.Number);
        Assert.Equal([4], surface.Neighborhood!.Trials.Select(trial => trial.Number));
        Assert.Empty(surface.Effects);
    }

    [Fact]
    public void Without_trials_there_is_nothing_to_say()
    {
        SearchSurface surface = SearchSurface.Of(new SearchSpace([SearchDimension.Range("x", 0, 1)]), []);

        Assert.Null(surface.Best);
        Assert.Null(surface.MedianLoss);
        Assert.Null(surface.Neighborhood);
        Assert.Empty(surface.Effects);
        Assert.Empty(surface.Cliffs);
    }

    [Fact]
    public void Where_all_losses_are_the_same_nothing_has_an_effect()
    {
        SearchSurface surface = Grid([SearchDimension.Grid("x", 0, 4, 1), SearchDimension.Grid("y", 0, 4, 1)], _ => 0.1);

        Assert.Empty(surface.Effects);
        Assert.Null(surface.Neighborhood!.KeptAdvantage);
        Assert.False(surface.Neighborhood.IsLonelyPeak);
    }

    private static SearchSurface Grid(SearchDimension[] dimensions, Func<SearchPoint, double> loss) =>
        Searched(new GridMethod(), new SearchSpace(dimensions), 10_000, loss);

    private static SearchSurface Random(SearchSpace space, int count, Func<SearchPoint, double> loss) =>
        Searched(new RandomMethod(), space, count, loss);

    private static SearchSurface Searched(ISearchMethod method, SearchSpace space, int count, Func<SearchPoint, double> loss) =>
        SearchSurface.Of(space, SearchSimulation.Run(method, space, point => [loss(point)], count, 1, _ => count));
}
