using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Backtest.Research;

/// <summary>
/// The mean block length that minimizes the error of a bootstrap of a dependent series about its mean (Politis and White, 2004, as corrected by
/// Patton, Politis and White, 2009).
/// </summary>
/// <param name="Stationary">For the stationary bootstrap, in periods.</param>
/// <param name="Circular">For the circular bootstrap, in periods.</param>
public readonly record struct BlockLength(double Stationary, double Circular)
{
    /// <summary>The block lengths for a series; 1 if it does not vary.</summary>
    /// <param name="series">At least 9 numbers in order of time.</param>
    public static BlockLength Of(ReadOnlySpan<double> series)
    {
        int count = series.Length;
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 9);
        double[] rented = ArrayPool<double>.Shared.Rent(count);
        Span<double> deviations = rented.AsSpan(0, count);
        double sum = 0;
        foreach (double value in series)
            sum += value;
        for (int i = 0; i < count; i++)
            deviations[i] = series[i] - (sum / count);
        double logarithm = DeterministicMath.Log(count) / DeterministicMath.Log(10);
        int quiet = Math.Max(5, (int)logarithm);
        int mostLags = (int)Math.Ceiling(Math.Sqrt(count)) + quiet;
        double[] covariances = new double[Math.Min(mostLags, count - 2) + 1];
        covariances[0] = Dot(deviations, deviations) / count;
        int? lastLoud = covariances[0] > 0 ? LastLoudLag(deviations, covariances, quiet, band: 2 * Math.Sqrt(logarithm / count)) : null;
        ArrayPool<double>.Shared.Return(rented);
        if (!(covariances[0] > 0))
            return new BlockLength(1, 1);
        int lags = Math.Min(lastLoud is { } lag ? 2 * Math.Max(lag, 1) : mostLags, covariances.Length - 1);

        double slope = 0;
        double longRun = covariances[0];
        for (int i = 1; i <= lags; i++)
        {
            double weight = 2 * Math.Min(1, 2 * (1 - ((double)i / lags)));
            slope += weight * i * covariances[i];
            longRun += weight * covariances[i];
        }

        double longest = Math.Ceiling(Math.Min(3 * Math.Sqrt(count), count / 3.0));
        double square = longRun * longRun;
        return new BlockLength(Length(2 * square), Length(4.0 / 3 * square));

        double Length(double variance) => Math.Clamp(DeterministicMath.Pow(2 * slope * slope / variance * count, 1.0 / 3), 1, longest);
    }

    /// <summary>
    /// Finds the lag after which a given number of consecutive correlations are within the band, and fills in the covariances up to twice that lag,
    /// or all of them.
    /// </summary>
    private static int? LastLoudLag(ReadOnlySpan<double> deviations, Span<double> covariances, int quiet, double band)
    {
        int count = deviations.Length;
        double[] squares = ArrayPool<double>.Shared.Rent(count + 1); // cumulative, of all earlier values
        squares[0] = 0;
        for (int i = 0; i < count; i++)
            squares[i + 1] = squares[i] + (deviations[i] * deviations[i]);
        int? found = null;
        int inRow = 0;
        for (int lag = 0; lag < covariances.Length && !(lag > 2 * Math.Max(found ?? count, 1)); lag++)
        {
            if (found is null && inRow >= quiet)
                found = lag - quiet;
            double product = Dot(deviations[lag..], deviations[..^lag]);
            covariances[lag] = product / count;
            double correlation = Math.Abs(product) / Math.Sqrt((squares[count] - squares[lag + 1]) * squares[count - lag - 1]);
            inRow = correlation < band ? inRow + 1 : 0;
        }

        ArrayPool<double>.Shared.Return(squares);
        return found;
    }

    // Always sixteen sums, whatever the vector width, so that the order of additions does not depend on the machine.
    private static double Dot(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        ReadOnlySpan<Vector256<double>> left = MemoryMarshal.Cast<double, Vector256<double>>(first);
        ReadOnlySpan<Vector256<double>> right = MemoryMarshal.Cast<double, Vector256<double>>(second);
        Vector256<double> sum0 = default;
        Vector256<double> sum1 = default;
        Vector256<double> sum2 = default;
        Vector256<double> sum3 = default;
        int wide = left.Length - (left.Length % 4);
        for (int i = 0; i < wide; i += 4)
        {
            sum0 += left[i] * right[i];
            sum1 += left[i + 1] * right[i + 1];
            sum2 += left[i + 2] * right[i + 2];
            sum3 += left[i + 3] * right[i + 3];
        }

        Vector256<double> sums = sum0 + sum1 + (sum2 + sum3);
        double sum = sums[0] + sums[1] + (sums[2] + sums[3]);
        for (int i = wide * Vector256<double>.Count; i < first.Length; i++)
            sum += first[i] * second[i];
        return sum;
    }
}
