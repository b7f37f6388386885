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
        var random = new SearchRandom(seed, (ulong)number);
        int[] drawn = new int[periods];
        for (int i = 0; i < periods; i++)
        {
            bool begins = i == 0 || random.NextUnit() < restart;
            int next = begins ? random.NextInt32(periods) : drawn[i - 1] + 1;
            drawn[i] = next < periods ? next : 0;
        }

        return drawn;
    }
}
