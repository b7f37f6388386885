namespace Backtest.Results;

/// <summary>Arrays that grow by doubling and never shrink.</summary>
internal static class GrowingArray
{
    private const int FirstCapacity = 256;

    /// <summary>Sets an element, growing the array if necessary.</summary>
    public static void Set<T>(ref T[] array, int index, T value)
    {
        Reserve(ref array, index + 1);
        array[index] = value;
    }

    /// <summary>Reserves space for a number of elements.</summary>
    public static void Reserve<T>(ref T[] array, int length)
    {
        if (array.Length < length)
            Array.Resize(ref array, Math.Max(length, Math.Max(FirstCapacity, array.Length * 2)));
    }
}
