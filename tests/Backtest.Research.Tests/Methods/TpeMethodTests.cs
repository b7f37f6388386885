using Backtest.Research;

namespace Backtest.Tests;

public sealed class TpeMethodTests
{
    // The problems, numbers of trials and thresholds of hyperopt's own tests, here for one set of parameters.
    private static readonly Problem Branin = new(
        [SearchDimension.Range("x", -5, 10), SearchDimension.Range("y", 0, 15)],
        (point, _) => Math.Pow(point[1] - (5.1 / (4 * Math.PI * Math.PI) * point[0] * point[0]) + (5 * point[0] / Math.PI) - 6, 2)
            + (10 * (1 - (1 / (8 * Math.PI))) * Math.Cos(point[0])) + 10);

    private static readonly Problem Quadratic = new([SearchDimension.Range("x", -5, 5)], (point, _) => (point[0] - 3) * (point[0] - 3));

    private static readonly Problem Distractor = new([SearchDimension.Range("x", -15, 15)],
        (point, _) => -(1 / (1 + Math.Exp(-point[0]))) - (2 * Math.Exp(-(point[0] + 10) * (point[0] + 10))));

    private static readonly Problem GaussWave = new(
        [SearchDimension.Range("x", -20, 20), SearchDimension.Range("amp", 0, 1), SearchDimension.Choice("hf", 2)],
        (point, noise) =>
        {
            double wave = (0.1 * noise) + (2 * Math.Exp(-(point[0] / 5) * (point[0] / 5)));
            return -(point[2] == 0 ? wave : wave + (Math.Sin(point[0]) * point[1]));
        });

    public static TheoryData<ulong> Seeds => [.. Enumerable.Range(0, 20).Select(seed => (ulong)seed)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Branin_is_at_most_0_7_in_200_trials(ulong seed) => Assert.InRange(Best(Branin, 200, seed), 0, 0.7);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_quadratic_is_at_most_1e_5_in_1000_trials(ulong seed) => Assert.InRange(Best(Quadratic, 1000, seed), 0, 1e-5);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_distractor_does_not_keep_it_from_1_96_in_100_trials(ulong seed) => Assert.InRange(Best(Distractor, 100, seed), -3, -1.96);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_noisy_wave_with_a_choice_is_at_most_2_below_zero_in_75_trials(ulong seed) =>
        Assert.InRange(Best(GaussWave, 75, seed), -4, -2);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void In_batches_of_eight_branin_is_at_most_0_7_in_200_trials(ulong seed) =>
        Assert.InRange(Best(Branin, 200, seed, batch: 8), 0, 0.7);

    [Fact]
    public void The_proposals_of_a_batch_differ()
    {
        var space = new SearchSpace([SearchDimension.Grid("x", 1, 100, 1), SearchDimension.Choice("c", 3)]);
        List<SearchTrial> trials = SearchSimulation.Run(new TpeMethod(), space, point => [Math.Abs(point[0] - 40) + point[1]], 60, 5);

        IReadOnlyList<SearchProposal> batch = new TpeMethod().Propose(SearchSimulation.State(space, trials, 16, 100, 5));

        Assert.Equal(16, batch.Select(proposal => proposal.Point).Distinct().Count());
        Assert.Empty(batch.Select(proposal => proposal.Point).Intersect(trials.Select(trial => trial.Proposal.Point)));
    }

    [Fact]
    public void A_grid_of_ratios_and_a_choice_are_learned()
    {
        var space = new SearchSpace([SearchDimension.Grid("period", 2, 400, 1, isLog: true), SearchDimension.Choice("kind", 6)]);

        List<SearchTrial> trials = SearchSimulation.Run(new TpeMethod(), space,
            point => [Math.Abs(Math.Log(point[0] / 30)) + (point[1] == 4 ? 0 : 1)], 120, 9);

        SearchPoint best = trials.MinBy(trial => trial.Losses[0])!.Proposal.Point;
        Assert.InRange(best[0], 28, 32);
        Assert.Equal(4, best[1]);
        // By chance, ten of sixty would have the right value; twelve explore.
        Assert.InRange(trials.Skip(60).Count(trial => trial.Proposal.Point[1] == 4), 20, 60);
    }

    [Fact]
    public void Several_losses_lead_to_their_front()
    {
        var space = new SearchSpace([SearchDimension.Range("x", -10, 10)]);

        List<SearchTrial> trials = SearchSimulation.Run(new TpeMethod(), space,
            point => [point[0] * point[0], (point[0] - 2) * (point[0] - 2)], 150, 3, objectives: 2);

        // The front of Schaffer's first problem is 0 ≤ x ≤ 2, a tenth of the range.
        Assert.InRange(trials.Skip(50).Count(trial => trial.Proposal.Point[0] is >= -0.2 and <= 2.2), 50, 100);
    }

    private static double Best(Problem problem, int count, ulong seed, int batch = 1)
    {
        double[] noise = Noise(seed);
        int trial = 0;
        return SearchSimulation.Run(new TpeMethod(), new SearchSpace(problem.Dimensions),
            point => [problem.Loss(point, noise[trial++ % noise.Length])],
            count, seed, _ => batch).Min(one => one.Losses[0]);
    }

    private static double[] Noise(ulong seed)
    {
        var random = new Random((int)seed);
        return [.. Enumerable.Range(0, 200).Select(_ =>
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
    }

    private sealed record Problem(IReadOnlyList<SearchDimension> Dimensions, Func<SearchPoint, double, double> Loss);
}
