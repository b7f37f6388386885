namespace Backtest.Data.Synthetic;

/// <summary>
/// Random words by number: the n-th word is a mix of key and n, so any word can be computed without those before it
/// (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", 2014; the mix is D. Stafford's variant 13).
/// </summary>
internal readonly struct CounterRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const double Part = 1.0 / (1 << 16);
    private const double TwelveMeans = 12 * 0.5 * ushort.MaxValue;

    private readonly ulong _key;

    /// <summary>Creates the words of a name, such as a symbol, under a seed.</summary>
    public CounterRandom(ulong seed, string name)
    {
        ulong key = Mix(seed + Golden);
        foreach (char letter in name)
            key = Mix(key ^ letter);
        _key = key;
    }

    /// <summary>The word with a number.</summary>
    public ulong this[ulong number] => Mix(_key + number * Golden);

    /// <summary>A number from 0 to 1, excluding 1.</summary>
    public double Uniform(ulong number) => (this[number] >> 11) * (1.0 / (1UL << 53));

    /// <summary>
    /// An approximately normal number with mean 0 and standard deviation 1, within ±6: the sum of twelve uniforms minus six (Irwin-Hall), computed
    /// with additions only. It takes three words.
    /// </summary>
    public double Normal(ulong number) =>
        (SumOfFour(this[number]) + SumOfFour(this[number + 1]) + SumOfFour(this[number + 2]) - TwelveMeans) * Part;

    private static ulong SumOfFour(ulong word) =>
        (word & 0xFFFF) + ((word >> 16) & 0xFFFF) + ((word >> 32) & 0xFFFF) + (word >> 48);

    private static ulong Mix(ulong word)
    {
        word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9;
        word = (word ^ (word >> 27)) * 0x94D049BB133111EB;
        return word ^ (word >> 31);
    }
}
