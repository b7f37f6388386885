using System.Numerics;

namespace Backtest.Research;

/// <summary>
/// I. Sobol's sequence (1967) in the order of Gray code (I. Antonov and V. Saleev, 1979), plain or scrambled by a random lower-triangular matrix
/// and a digital shift for each dimension (J. Matoušek, 1998), which preserve how evenly the points are distributed.
/// </summary>
internal sealed class SobolSequence
{
    private const double Unit = 1.0 / (1UL << SobolDirections.Bits);
    private const ulong Stream = ulong.MaxValue;

    private readonly uint[][] _directions;
    private readonly uint[] _state;
    private uint _index;

    /// <param name="dimensions">The number of dimensions, at most <see cref="SobolDirections.Dimensions"/>.</param>
    /// <param name="scrambleSeed">The seed of the scrambling, or null for the plain sequence, whose first point is the origin.</param>
    public SobolSequence(int dimensions, ulong? scrambleSeed)
    {
        _directions = SobolDirections.Of(dimensions);
        _state = new uint[dimensions];
        if (scrambleSeed is not { } seed)
            return;
        var random = new SearchRandom(seed, Stream);
        for (int i = 0; i < dimensions; i++)
        {
            Scramble(_directions[i], ref random);
            _state[i] = (uint)(random.NextBits() >> 32);
        }
    }

    /// <summary>Writes the next point.</summary>
    /// <param name="point">The coordinates, each in [0, 1).</param>
    public void Next(Span<double> point)
    {
        for (int i = 0; i < point.Length; i++)
            point[i] = _state[i] * Unit;
        // In Gray code, the numbers of neighboring points differ in one digit.
        int digit = BitOperations.TrailingZeroCount(++_index);
        if (digit == SobolDirections.Bits)
            return;
        for (int i = 0; i < _state.Length; i++)
            _state[i] ^= _directions[i][digit];
    }

    private static void Scramble(uint[] directions, ref SearchRandom random)
    {
        // Row by row: a digit of the result is the same digit of the number plus a random sum of the higher ones.
        uint[] rows = new uint[SobolDirections.Bits];
        for (int row = 0; row < rows.Length; row++)
        {
            uint diagonal = 1u << (SobolDirections.Bits - 1 - row);
            uint higher = row == 0 ? 0 : uint.MaxValue << (SobolDirections.Bits - row);
            rows[row] = diagonal | ((uint)(random.NextBits() >> 32) & higher);
        }

        for (int i = 0; i < directions.Length; i++)
        {
            uint scrambled = 0;
            foreach (uint row in rows)
                scrambled = (scrambled << 1) | ((uint)BitOperations.PopCount(row & directions[i]) & 1);
            directions[i] = scrambled;
        }
    }
}
