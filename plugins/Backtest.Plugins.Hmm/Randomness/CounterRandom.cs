namespace Backtest.Plugins.Hmm;

/// <summary>
/// Random numbers that depend only on a seed and a counter: the output function of SplitMix64 over a Weyl sequence (G. Steele, D. Lea, C. Flood,
/// 2014; constants of D. Stafford's mixer 13).
/// </summary>
/// <param name="seed">The seed.</param>
public sealed class CounterRandom(ulong seed)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private ulong _counter;

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        _counter++;
        ulong bits = unchecked(seed + _counter * GoldenGamma);
        bits = unchecked((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9);
        bits = unchecked((bits ^ (bits >> 27)) * 0x94D049BB133111EB);
        return bits ^ (bits >> 31);
    }

    /// <summary>The next number in [0, 1), a multiple of 2^-53.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>The next integer in [0, <paramref name="bound"/>).</summary>
    public int NextInt32(int bound) => (int)(NextDouble() * bound);
}
