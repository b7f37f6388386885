namespace Backtest.Fixtures.Leaks;

/// <summary>Names the regime by future prices.</summary>
[Classifier("peeking-classifier", Description = "Names the regime after what comes.")]
public sealed partial class PeekingClassifier
{
    private readonly double[] _probabilities = new double[2];

    /// <summary>The future value it looks at.</summary>
    [Parameter(Description = "What it looks at.")]
    public Look Look { get; init; }

    /// <summary>Whether only the probabilities depend on the future.</summary>
    [Parameter(Description = "Whether only the probabilities are the future's.")]
    public bool InProbabilitiesOnly { get; init; }

    /// <summary>The names of the states.</summary>
    public IReadOnlyList<string> States { get; } = ["falling", "rising"];

    /// <summary>Decides.</summary>
    public void OnBar(BarEvent bar, IRegimes regimes)
    {
        bool rises = Future.Rises(bar, Look);
        _probabilities[1] = rises ? 0.75 : 0.25;
        _probabilities[0] = 1 - _probabilities[1];
        bool state = InProbabilitiesOnly ? bar.Close > bar.Open : rises;
        regimes.Set(state ? 1 : 0, 0.5, _probabilities);
    }
}
