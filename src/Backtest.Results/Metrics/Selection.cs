using System.Numerics;

namespace Backtest.Results;

/// <summary>Finds order statistics without sorting: SELECT of Floyd and Rivest (1975).</summary>
internal static class Selection
{
    private const int SampledFrom = 600; // a sample does not pay for fewer values

    /// <summary>
    /// The value at an index if the values were sorted. Afterwards no value behind it is smaller, and none before it is larger.
    /// </summary>
    /// <param name="values">The numbers, which this method reorders.</param>
    /// <param name="place">The index, from 0.</param>
    public static T Nth<T>(Span<T> values, int place)
        where T : struct, INumber<T>
    {
        Place(values, 0, values.Length - 1, place);
        return values[place];
    }

    private static void Place<T>(Span<T> values, int from, int to, int place)
        where T : struct, INumber<T>
    {
        while (from < to)
        {
            if (to - from > SampledFrom)
                PlaceInSample(values, from, to, place);
            (from, to) = Narrow(values, from, to, place);
        }
    }

    /// <summary>Finds a pivot that most likely is next to the index, from a sample around it, so that most values are on one side of it.</summary>
    private static void PlaceInSample<T>(Span<T> values, int from, int to, int place)
        where T : struct, INumber<T>
    {
        double count = to - from + 1;
        double rank = place - from + 1;
        double log = Math.Log(count);
        double size = 0.5 * Math.Exp(2 * log / 3);
        double deviation = 0.5 * Math.Sqrt(log * size * (count - size) / count) * Math.Sign(rank - (count / 2));
        int sampleFrom = Math.Max(from, (int)(place - (rank * size / count) + deviation));
        int sampleTo = Math.Min(to, (int)(place + ((count - rank) * size / count) + deviation));
        Place(values, sampleFrom, sampleTo, place);
    }

    /// <summary>Partitions the values by the one at the index.</summary>
    /// <returns>The range that still contains the index; empty once its value is found.</returns>
    private static (int From, int To) Narrow<T>(Span<T> values, int from, int to, int place)
        where T : struct, INumber<T>
    {
        T pivot = values[place];
        int left = from;
        int right = to;
        while (left <= right)
        {
            while (values[left] < pivot)
                left++;
            while (values[right] > pivot)
                right--;
            if (left > right)
                break;
            (values[left], values[right]) = (values[right], values[left]);
            left++;
            right--;
        }

        if (place <= right)
            return (from, right);
        return place >= left ? (left, to) : (place, place);
    }
}
