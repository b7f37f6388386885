namespace Backtest.Research;

/// <summary>Draws periods in blocks of geometric length, so that what follows on what is mostly kept (Politis and Romano, 1994).</summary>
public static class StationaryBootstrap
{
    /// <summary>Draws a resample.</summary>
    /// <param name="periods">How many periods there are, and are drawn.</param>
    /// <param name="restart">The probability that a block ends with a period.</param>
    /// <param name="seed">What chance follows from.</param>
    /// <param name="number">The number of the resample, which has chance of its own.</param>
    public static int[] Draw(int periods, double restart, ulong seed, int number)
    {
        int[] drawn = new int[periods];
        Draw(drawn, periods, restart, seed, number);
        return drawn;
    }

    /// <summary>Draws as many periods as an array holds, which may be used again.</summary>
    internal static void Draw(Span<int> drawn, int periods, double restart, ulong seed, int number)
    {
        var random = new SearchRandom(seed, (ulong)number);
        int next = 0;
        for (int i = 0; i < drawn.Length; i++)
        {
            bool begins = i == 0 || random.NextUnit() < restart;
            next = begins ? random.NextInt32(periods) : next + 1;
            next = next < periods ? next : 0;
            drawn[i] = next;
        }
    }
}
