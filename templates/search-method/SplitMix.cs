namespace ExampleNamespace;

/// <summary>Random numbers that follow from a seed and a stream alone: SplitMix64 (G. Steele, D. Lea, C. Flood, 2014).</summary>
/// <param name="seed">The seed of the search.</param>
/// <param name="stream">What the numbers are for, such as the number of a trial.</param>
internal struct SplitMix(ulong seed, int stream)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private ulong _state = unchecked(Mix(seed + Gamma) ^ Mix((ulong)(stream + 1) * Gamma));

    /// <summary>The next number, from 0 to below 1.</summary>
    public double Next()
    {
        _state = unchecked(_state + Gamma);
        return (Mix(_state) >> 11) * (1.0 / (1UL << 53));
    }

    private static ulong Mix(ulong bits)
    {
        bits = unchecked((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9);
        bits = unchecked((bits ^ (bits >> 27)) * 0x94D049BB133111EB);
        return bits ^ (bits >> 31);
    }
}
