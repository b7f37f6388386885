using System.Numerics;

namespace Backtest.Research;

/// <summary>The numbers of consecutive streams of <see cref="SearchRandom"/>, one per lane of a vector.</summary>
internal struct SearchRandomLanes
{
    private const double Unit = 1.0 / (1UL << 53);

    private Vector<ulong> _state;

    /// <param name="seed">The seed of the search.</param>
    /// <param name="first">The stream of the first lane.</param>
    public SearchRandomLanes(ulong seed, ulong first)
    {
        Vector<ulong> stream = new Vector<ulong>(first + 1) + Vector<ulong>.Indices;
        _state = Mix(new Vector<ulong>(unchecked(seed + SearchRandom.GoldenGamma))) ^ Mix(stream * SearchRandom.GoldenGamma);
    }

    /// <summary>Converts a bound for <see cref="NextIsBelow"/>: numbers are multiples of 2^−53, so their integers are compared.</summary>
    /// <param name="bound">The bound, in [0, 1].</param>
    public static Vector<long> LimitOf(double bound) => new((long)Math.Ceiling(bound / Unit));

    /// <summary>Whether the next number of each stream in [0, 1) is below a bound.</summary>
    /// <param name="limit">The bound, as returned by <see cref="LimitOf"/>.</param>
    /// <returns>Lanes with all bits set where the number is below.</returns>
    public Vector<long> NextIsBelow(Vector<long> limit)
    {
        _state += new Vector<ulong>(SearchRandom.GoldenGamma);
        return Vector.LessThan(Integers(_state), limit);
    }

    /// <summary>
    /// The next integer in [0, <paramref name="bound"/>) of the selected streams; the others do not advance, and their lanes have any value.
    /// </summary>
    /// <param name="bound">The bound.</param>
    /// <param name="asked">Lanes with all bits set for the selected streams.</param>
    public Vector<long> NextInt64(int bound, Vector<long> asked)
    {
        Vector<ulong> next = _state + new Vector<ulong>(SearchRandom.GoldenGamma);
        _state = Vector.ConditionalSelect(Vector.AsVectorUInt64(asked), next, _state);
        return Vector.ConvertToInt64Native(Vector.ConvertToDouble(Integers(next)) * Unit * bound);
    }

    private static Vector<long> Integers(Vector<ulong> state) => Vector.AsVectorInt64(Mix(state) >>> 11);

    private static Vector<ulong> Mix(Vector<ulong> bits)
    {
        bits = (bits ^ (bits >>> 30)) * SearchRandom.FirstFactor;
        bits = (bits ^ (bits >>> 27)) * SearchRandom.SecondFactor;
        return bits ^ (bits >>> 31);
    }
}
