using System.Text.Json;
using Backtest.Plugins.Hmm;

namespace Backtest.Tests;

public sealed class GoldenTests
{
    private const double Tolerance = 1e-6;

    [Fact]
    public void Fifty_steps_reach_the_published_parameters_and_likelihood()
    {
        JsonElement expected = Golden.Expected();

        TrainingResult result = Train(expected);

        Assert.Equal(50, result.Iterations);
        AssertClose(expected.GetProperty("startprob"), result.Model.Start);
        AssertClose(expected.GetProperty("transmat"), result.Model.Transition);
        AssertClose(expected.GetProperty("means"), result.Model.Means);
        AssertClose(expected.GetProperty("covars"), result.Model.Covariances);
        Assert.Equal(expected.GetProperty("loglik").GetDouble(), result.LogLikelihood, Tolerance);
    }

    [Fact]
    public void Viterbi_finds_the_published_share_of_true_states()
    {
        JsonElement expected = Golden.Expected();
        (double[] observations, int[] states) = Golden.Chain();

        int[] decoded = Viterbi.Decode(Train(expected).Model, observations);

        double accuracy = decoded.Zip(states).Count(pair => pair.First == pair.Second) / (double)states.Length;
        Assert.Equal(expected.GetProperty("viterbi_accuracy").GetDouble(), accuracy, Tolerance);
        Assert.Equal(expected.GetProperty("viterbi_transitions").GetInt32(), decoded.Zip(decoded.Skip(1)).Count(p => p.First != p.Second));
    }

    private static TrainingResult Train(JsonElement expected)
    {
        JsonElement start = expected.GetProperty("start");
        var model = new GaussianHiddenMarkovModel(
            Golden.Numbers(start.GetProperty("startprob")),
            Golden.Numbers(start.GetProperty("transmat")),
            Golden.Numbers(start.GetProperty("means")),
            Golden.Numbers(start.GetProperty("covars")));
        var options = new BaumWelchOptions
        {
            MaximumIterations = expected.GetProperty("n_iter").GetInt32(),
            Tolerance = double.NegativeInfinity,
        };
        return new BaumWelch(states: 2, features: 1, options).Train(model, Golden.Chain().Observations);
    }

    private static void AssertClose(JsonElement expected, ReadOnlySpan<double> actual)
    {
        double[] numbers = Golden.Numbers(expected);
        Assert.Equal(numbers.Length, actual.Length);
        for (int i = 0; i < numbers.Length; i++)
            Assert.Equal(numbers[i], actual[i], Tolerance);
    }
}
