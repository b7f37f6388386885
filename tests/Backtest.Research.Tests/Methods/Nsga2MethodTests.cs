using Backtest.Research;

namespace Backtest.Tests;

public sealed class Nsga2MethodTests
{
    [Fact]
    public void The_front_of_Schaffers_problem_is_found()
    {
        var space = new SearchSpace([SearchDimension.Range("x", -10, 10)]);

        List<SearchTrial> trials = SearchSimulation.Run(new Nsga2Method(), space,
            point => [point[0] * point[0], (point[0] - 2) * (point[0] - 2)], 1000, 1, _ => 40, objectives: 2);

        IReadOnlyList<SearchTrial> front = ParetoFront.Of(trials);
        Assert.InRange(front.Count, 100, 1000);
        Assert.All(front, trial => Assert.InRange(trial.Proposal.Point[0], -0.05, 2.05));
        Assert.True(front.Min(trial => trial.Proposal.Point[0]) < 0.1 && front.Max(trial => trial.Proposal.Point[0]) > 1.9);
    }

    [Fact]
    public void The_front_of_ZDT1_is_approached()
    {
        // E. Zitzler, K. Deb, L. Thiele (2000): on the front, f2 = 1 − √f1, and all parameters except the first are 0.
        var space = new SearchSpace([.. Enumerable.Range(0, 10).Select(i => SearchDimension.Range($"x{i}", 0, 1))]);

        List<SearchTrial> trials = SearchSimulation.Run(new Nsga2Method(), space, Zdt1, 4000, 2, _ => 40, objectives: 2);

        double Distance(SearchTrial trial) => trial.Losses[1] - (1 - Math.Sqrt(trial.Losses[0]));
        IReadOnlyList<SearchTrial> front = ParetoFront.Of(trials);
        Assert.InRange(front.Average(Distance), 0, 0.1);
        Assert.InRange(ParetoFront.Of([.. trials.Take(400)]).Average(Distance), 0.2, 5);
        Assert.True(front.Min(trial => trial.Losses[0]) < 0.05 && front.Max(trial => trial.Losses[0]) > 0.8);
    }

    [Fact]
    public void One_loss_is_a_search_as_well()
    {
        var space = new SearchSpace([SearchDimension.Grid("x", 0, 1000, 1), SearchDimension.Choice("c", 4)]);

        List<SearchTrial> trials = SearchSimulation.Run(new Nsga2Method { Population = 20 }, space,
            point => [Math.Abs(point[0] - 321) + (point[1] == 2 ? 0 : 50)], 600, 4, _ => 7);

        Assert.InRange(trials.Min(trial => trial.Losses[0]), 0, 3);
    }

    private static double[] Zdt1(SearchPoint point)
    {
        double rest = 0;
        for (int i = 1; i < 10; i++)
            rest += point[i];
        double g = 1 + rest;
        return [point[0], g * (1 - Math.Sqrt(point[0] / g))];
    }
}
