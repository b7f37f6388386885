namespace Backtest.Reporting;

/// <summary>
/// Reduces the points of a line without changing how it looks: takes the lowest and the highest of each of many short stretches, and of those the
/// ones that form the largest triangles with their neighbors (MinMaxLTTB: Donckt, Donckt, Rademaker and Van Hoecke, 2023; LTTB: Steinarsson, 2013).
/// </summary>
internal static class LineThinning
{
    /// <summary>The number of extremes considered for each point that is kept.</summary>
    private const int Ratio = 4;

    /// <summary>The points to keep, in order; all of them if there are few enough.</summary>
    /// <param name="x">The horizontal positions of the points, ascending.</param>
    /// <param name="y">The vertical positions of the points; values that are not finite count as zero.</param>
    /// <param name="most">The maximum number of points; at least 3.</param>
    public static int[] Choose(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int most)
    {
        if (y.Length <= most)
            return [.. Enumerable.Range(0, y.Length)];
        int[] extremes = Extremes(y, most * Ratio / 2);
        return extremes.Length <= most ? extremes : LargestTriangles(x, y, extremes, most);
    }

    private static int[] Extremes(ReadOnlySpan<double> y, int stretches)
    {
        var chosen = new List<int>((stretches * 2) + 2) { 0 };
        for (int stretch = 0; stretch < stretches; stretch++)
        {
            int from = 1 + (int)((long)(y.Length - 2) * stretch / stretches);
            int to = 1 + (int)((long)(y.Length - 2) * (stretch + 1) / stretches);
            if (from >= to)
                continue;
            int low = from;
            int high = from;
            for (int i = from + 1; i < to; i++)
            {
                if (y[i] < y[low])
                    low = i;
                if (y[i] > y[high])
                    high = i;
            }

            chosen.Add(Math.Min(low, high));
            if (low != high)
                chosen.Add(Math.Max(low, high));
        }

        chosen.Add(y.Length - 1);
        return [.. chosen];
    }

    private static int[] LargestTriangles(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int[] points, int most)
    {
        var chosen = new int[most];
        chosen[0] = points[0];
        chosen[^1] = points[^1];
        int buckets = most - 2;
        int last = points[0];
        for (int bucket = 0; bucket < buckets; bucket++)
        {
            (int from, int to) = Range(bucket, buckets, points.Length);
            (double nextX, double nextY) = bucket + 1 < buckets ? Mean(x, y, points, Range(bucket + 1, buckets, points.Length))
                : (x[points[^1]], Finite(y[points[^1]]));
            double largest = -1;
            int best = points[from];
            for (int i = from; i < to; i++)
            {
                int point = points[i];
                double area = Math.Abs(((x[last] - nextX) * (Finite(y[point]) - Finite(y[last]))) - (
                    (x[last] - x[point]) * (nextY - Finite(y[last]))));
                if (area <= largest)
                    continue;
                largest = area;
                best = point;
            }

            chosen[bucket + 1] = last = best;
        }

        return chosen;
    }

    private static (int From, int To) Range(int bucket, int buckets, int points) =>
        (1 + (int)((long)(points - 2) * bucket / buckets), 1 + (int)((long)(points - 2) * (bucket + 1) / buckets));

    private static (double X, double Y) Mean(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int[] points, (int From, int To) range)
    {
        double sumX = 0;
        double sumY = 0;
        for (int i = range.From; i < range.To; i++)
        {
            sumX += x[points[i]];
            sumY += Finite(y[points[i]]);
        }

        int count = range.To - range.From;
        return (sumX / count, sumY / count);
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;
}
