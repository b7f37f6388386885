namespace Backtest.Plugins.Hmm;

/// <summary>
/// Selects a state from the probabilities of each bar, without flicker: a bar on which no state is probable enough is unknown, and a new state is
/// selected only once it was the most probable one, and probable enough, on several consecutive bars; until then the previous one is kept.
/// </summary>
/// <param name="minimumConfidence">The minimum probability of a state, in [0, 1].</param>
/// <param name="minimumDuration">The number of consecutive bars on which a new state must be the most probable; at least 1.</param>
public sealed class RegimeSelector(double minimumConfidence, int minimumDuration)
{
    /// <summary>The state of a bar on which no state is known.</summary>
    public const int Unknown = -1;

    private int _taken = Unknown;
    private int _candidate = Unknown;
    private int _wins;

    /// <summary>The probability of the selected state; if it is unknown, that of the most probable one.</summary>
    public double Confidence { get; private set; }

    /// <summary>Selects the state of the next bar.</summary>
    /// <param name="probabilities">The probability of each state.</param>
    /// <returns>The state, or <see cref="Unknown"/>.</returns>
    public int Select(ReadOnlySpan<double> probabilities)
    {
        int winner = MostProbable(probabilities);
        Confidence = probabilities[winner];
        if (Confidence < minimumConfidence)
        {
            _candidate = Unknown;
            return Unknown;
        }

        _wins = winner == _candidate ? _wins + 1 : 1;
        _candidate = winner;
        if (_wins >= minimumDuration)
            _taken = winner;
        if (_taken != Unknown)
            Confidence = probabilities[_taken];
        return _taken;
    }

    private static int MostProbable(ReadOnlySpan<double> probabilities)
    {
        int best = 0;
        for (int state = 1; state < probabilities.Length; state++)
        {
            if (probabilities[state] > probabilities[best])
                best = state;
        }

        return best;
    }
}
