namespace Backtest;

/// <summary>Lets a classifier say what it sees at this bar. Say it on every bar; only changes travel on.</summary>
[Emitter(typeof(RegimeEvent))]
public interface IRegimes
{
    /// <summary>The state of this bar, as an index into the classifier's states.</summary>
    /// <param name="state">The index of the state; −1: unknown.</param>
    /// <param name="confidence">The probability of the state, in [0, 1].</param>
    void Set(int state, double confidence);

    /// <summary>The state of this bar, with the probability of each state for the record.</summary>
    /// <param name="state">The index of the state; −1: unknown.</param>
    /// <param name="confidence">The probability of the state, in [0, 1].</param>
    /// <param name="probabilities">One probability for each state, in the order of the states.</param>
    void Set(int state, double confidence, ReadOnlySpan<double> probabilities);
}
