namespace Backtest.Research;

/// <summary>
/// Random numbers that depend only on a seed and a stream, so that each proposal has its own numbers, whatever was drawn for others:
/// SplitMix64 (G. Steele, D. Lea, C. Flood, 2014; constants of D. Stafford's mixer 13).
/// </summary>
internal struct SearchRandom
{
    /// <summary>The increment of the state for each number.</summary>
    internal const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    /// <summary>The first factor of the mixer.</summary>
    internal const ulong FirstFactor = 0xBF58476D1CE4E5B9;

    /// <summary>The second factor of the mixer.</summary>
    internal const ulong SecondFactor = 0x94D049BB133111EB;

    private ulong _state;

    /// <param name="seed">The seed of the search.</param>
    /// <param name="stream">The purpose of the numbers, such as the number of a trial.</param>
    public SearchRandom(ulong seed, ulong stream) =>
        _state = Mix(unchecked(seed + GoldenGamma)) ^ Mix(unchecked((stream + 1) * GoldenGamma));

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        _state = unchecked(_state + GoldenGamma);
        return Mix(_state);
    }

    /// <summary>The next number in [0, 1), a multiple of 2^−53.</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>The next integer in [0, <paramref name="bound"/>).</summary>
    public int NextInt32(int bound) => (int)(NextUnit() * bound);

    /// <summary>The next number of a standard normal distribution (G. Box and M. Muller, 1958).</summary>
    public double NextNormal()
    {
        double radius = Math.Sqrt(-2 * DeterministicMath.Log(1 - NextUnit()));
        return radius * DeterministicMath.Cos(2 * Math.PI * NextUnit());
    }

    private static ulong Mix(ulong bits)
    {
        bits = unchecked((bits ^ (bits >> 30)) * FirstFactor);
        bits = unchecked((bits ^ (bits >> 27)) * SecondFactor);
        return bits ^ (bits >> 31);
    }
}
