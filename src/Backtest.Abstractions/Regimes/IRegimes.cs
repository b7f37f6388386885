namespace Backtest;

/// <summary>Lets a classifier report the state of this bar. Call it on every bar; only changes are passed on.</summary>
[Emitter(typeof(RegimeEvent))]
public interface IRegimes
{
    /// <summary>The state of this bar, as an index into the classifier's states.</summary>
    /// <param name="state">The index of the state; −1 if unknown.</param>
    /// <param name="confidence">The probability of the state, in [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state, or the confidence is outside [0, 1].</exception>
    void Set(int state, double confidence);

    /// <summary>The state of this bar, with the probability of each state for the record.</summary>
    /// <param name="state">The index of the state; −1 if unknown.</param>
    /// <param name="confidence">The probability of the state, in [0, 1].</param>
    /// <param name="probabilities">One probability for each state, in the order of the states; together 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state, or a probability is outside [0, 1].</exception>
    /// <exception cref="ArgumentException">The probabilities are not one for each state, or do not sum to 1 within 1e-6.</exception>
    void Set(int state, double confidence, ReadOnlySpan<double> probabilities);
}
