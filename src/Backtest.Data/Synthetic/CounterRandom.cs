namespace Backtest.Data.Synthetic;

/// <summary>
/// Random words by number: the n-th word is a mix of key and n, so that any word can be had without those before it
/// (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", 2014; the mix is D. Stafford's variant 13).
/// </summary>
internal readonly struct CounterRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private readonly ulong _key;

    /// <summary>The words of one symbol under a seed.</summary>
    public CounterRandom(ulong seed, string symbol)
    {
        ulong key = Mix(seed + Golden);
        foreach (char letter in symbol)
            key = Mix(key ^ letter);
        _key = key;
    }

    /// <summary>The word of a number.</summary>
    public ulong this[ulong number] => Mix(_key + number * Golden);

    private static ulong Mix(ulong word)
    {
        word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9;
        word = (word ^ (word >> 27)) * 0x94D049BB133111EB;
        return word ^ (word >> 31);
    }
}
