using System.Numerics;

namespace Backtest.Research;

/// <summary>The numbers of as many successive streams of <see cref="SearchRandom"/> as a vector has lanes.</summary>
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

    /// <summary>A bound as <see cref="NextIsBelow"/> takes it: numbers are multiples of 2^−53, and their integers are compared.</summary>
    /// <param name="bound">The bound, in [0, 1].</param>
    public static Vector<long> LimitOf(double bound) => new((long)Math.Ceiling(bound / Unit));

    /// <summary>Whether the next number of each stream in [0, 1) is below a bound.</summary>
    /// <param name="limit">The bound, as <see cref="LimitOf"/> gives it.</param>
    /// <returns>Lanes with all bits set where it is.</returns>
    public Vector<long> NextIsBelow(Vector<long> limit)
    {
        _state += new Vector<ulong>(SearchRandom.GoldenGamma);
        return Vector.LessThan(Integers(_state), limit);
    }

    /// <summary>The next integer in [0, <paramref name="bound"/>) of the streams that are asked; the others stay where they are, and give any.</summary>
    /// <param name="bound">The bound.</param>
    /// <param name="asked">Lanes with all bits set where a stream is asked.</param>
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
