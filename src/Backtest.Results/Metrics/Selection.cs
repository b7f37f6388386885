using System.Numerics;

namespace Backtest.Results;

/// <summary>Finds order statistics without sorting: quickselect (Hoare, 1961).</summary>
internal static class Selection
{
    /// <summary>The value that would stand at a place were the values sorted; those behind it are none below it then, those ahead none above.</summary>
    /// <param name="values">Numbers, which are put in another order.</param>
    /// <param name="place">The place, from 0.</param>
    public static T Nth<T>(Span<T> values, int place)
        where T : struct, INumber<T>
    {
        int from = 0;
        int to = values.Length - 1;
        while (from < to)
        {
            T pivot = Middle(values[from], values[from + ((to - from) / 2)], values[to]);
            int left = from;
            int right = to;
            while (left <= right)
            {
                while (values[left] < pivot)
                    left++;
                while (values[right] > pivot)
                    right--;
                if (left <= right)
                {
                    (values[left], values[right]) = (values[right], values[left]);
                    left++;
                    right--;
                }
            }

            if (place <= right)
                to = right;
            else if (place >= left)
                from = left;
            else
                break;
        }

        return values[place];
    }

    private static T Middle<T>(T a, T b, T c)
        where T : struct, INumber<T> => T.Max(T.Min(a, b), T.Min(T.Max(a, b), c));
}
