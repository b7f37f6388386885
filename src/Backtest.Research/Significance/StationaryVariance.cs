namespace Backtest.Research;

/// <summary>The variance of √n times the mean under the stationary bootstrap (Politis and Romano, 1994, lemma 1).</summary>
internal sealed class StationaryVariance
{
    private readonly double _keep;
    private readonly double[] _powers; // of the probability that a block continues

    /// <param name="periods">The length of the series.</param>
    /// <param name="restart">The probability p that a block ends after a period.</param>
    public StationaryVariance(int periods, double restart)
    {
        _keep = 1 - restart;
        _powers = new double[periods + 1];
        for (int exponent = 0; exponent < _powers.Length; exponent++)
            _powers[exponent] = _keep > 0 ? DeterministicMath.Pow(_keep, exponent) : 0;
    }

    /// <summary>γ₀ + 2Σκᵢγᵢ over all lags, κᵢ = (1 − i/n)(1 − p)ⁱ + (i/n)(1 − p)ⁿ⁻ⁱ; 0 for a series that does not vary.</summary>
    /// <param name="series">Numbers in order of time.</param>
    public double Of(ReadOnlySpan<double> series)
    {
        // Both parts of a weight are geometric, so sums over all earlier numbers can be carried along without a loop over lags.
        int count = series.Length;
        double mean = 0;
        double size = 0;
        foreach (double value in series)
        {
            mean += value / count;
            size += value * value;
        }

        double square = 0;
        double near = 0; // Σ xₜ Σ (1 − i/n) qⁱ xₜ₋ᵢ
        double decayed = 0;
        double decayedByLag = 0;
        double around = 0; // Σ xₜ Σ (i/n) qⁿ⁻ⁱ xₜ₋ᵢ
        double powered = 0;
        double poweredByTime = 0;
        double power = 1;
        for (int t = 0; t < count; t++)
        {
            double value = series[t] - mean;
            square += value * value;
            near += value * (decayed - (decayedByLag / count));
            decayed = _keep * (value + decayed);
            decayedByLag = decayed + (_keep * decayedByLag);
            around += value * _powers[count - t] * ((t * powered) - poweredByTime) / count;
            powered += power * value;
            poweredByTime += power * value * t;
            power *= _keep;
        }

        return square > 1e-12 * size ? (square + (2 * (near + around))) / count : 0;
    }
}
