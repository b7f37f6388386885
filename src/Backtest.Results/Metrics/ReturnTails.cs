using System.Buffers;

namespace Backtest.Results;

/// <summary>
/// Both tails of a distribution of returns: quantiles by linear interpolation between order statistics (Hyndman and Fan, 1996, type 7).
/// </summary>
/// <param name="Low">The quantile at the probability.</param>
/// <param name="High">The quantile at one minus the probability.</param>
/// <param name="MeanBelow">The mean of the returns at or below the lower quantile.</param>
internal readonly record struct ReturnTails(double Low, double High, double MeanBelow)
{
    private const int Stride = 16; // the distance between sampled returns, which show roughly where the tails begin
    private const double Margin = 4; // in standard deviations of the sample's quantile
    private const int Few = 1024;

    /// <summary>The tails of some returns, or null if there are none.</summary>
    /// <param name="returns">The returns, finite numbers.</param>
    /// <param name="probability">The probability of each tail.</param>
    public static ReturnTails? Of(ReadOnlySpan<double> returns, double probability)
    {
        int count = returns.Length;
        if (count == 0)
            return null;
        double lowPlace = (count - 1) * probability;
        double highPlace = (count - 1) * (1 - probability);
        double[] lower = ArrayPool<double>.Shared.Rent(count);
        double[] upper = ArrayPool<double>.Shared.Rent(count);
        (int below, int above) = Collect(returns, probability, lower, upper);
        if (below < (int)lowPlace + 2 || above < count - (int)highPlace)
        {
            // The sample was misleading, or there is none: use all returns.
            returns.CopyTo(lower);
            returns.CopyTo(upper);
            (below, above) = (count, count);
        }

        double high = Quantile(upper.AsSpan(0, above), (int)highPlace - (count - above), highPlace - (int)highPlace);
        lower.AsSpan(0, below).CopyTo(upper); // keeps the lower ones in order of time
        double low = Quantile(upper.AsSpan(0, below), (int)lowPlace, lowPlace - (int)lowPlace);
        var tails = new ReturnTails(low, high, MeanUpTo(lower.AsSpan(0, below), low));
        ArrayPool<double>.Shared.Return(lower);
        ArrayPool<double>.Shared.Return(upper);
        return tails;
    }

    /// <summary>Selects the returns that most likely contain the tails and their neighbors, in order of time.</summary>
    /// <returns>The number of returns at either end.</returns>
    private static (int Below, int Above) Collect(ReadOnlySpan<double> returns, double probability, Span<double> lower, Span<double> upper)
    {
        if (returns.Length < Few)
            return (0, 0);
        Span<double> sample = lower[..(returns.Length / Stride)];
        for (int i = 0; i < sample.Length; i++)
            sample[i] = returns[i * Stride];
        int rank = (int)((sample.Length * probability) + (Margin * Math.Sqrt(sample.Length * probability * (1 - probability))));
        double lowBound = Selection.Nth(sample, Math.Min(rank, sample.Length - 1));
        double highBound = Selection.Nth(sample, Math.Max(sample.Length - 1 - rank, 0));
        int below = 0;
        int above = 0;
        foreach (double value in returns)
        {
            lower[below] = value;
            below += value <= lowBound ? 1 : 0;
            upper[above] = value;
            above += value >= highBound ? 1 : 0;
        }

        return (below, above);
    }

    private static double Quantile(Span<double> values, int place, double fraction)
    {
        double low = Selection.Nth(values, place);
        double high = low;
        if (place + 1 < values.Length)
        {
            high = double.PositiveInfinity;
            foreach (double value in values[(place + 1)..]) // no value behind the index is smaller
                high = Math.Min(high, value);
        }

        return low + (fraction * (high - low));
    }

    private static double MeanUpTo(ReadOnlySpan<double> values, double bound)
    {
        double sum = 0;
        int count = 0;
        foreach (double value in values)
        {
            if (!(value <= bound))
                continue;
            sum += value;
            count++;
        }

        return sum / count;
    }
}
