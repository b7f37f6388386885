namespace Backtest.Cli.Output;

/// <summary>Draws numbers as a line of blocks, the lowest the smallest.</summary>
internal static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>Draws them, the last of each stretch standing for it.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="width">How many characters it may take.</param>
    public static string Draw(IReadOnlyList<double> values, int width)
    {
        if (values.Count < 2)
            return "";
        int count = Math.Min(width, values.Count);
        double[] shown = [.. Enumerable.Range(1, count).Select(i => values[((i * values.Count) / count) - 1])];
        double low = shown.Min();
        double range = shown.Max() - low;
        return string.Concat(shown.Select(value => Blocks[range > 0 ? (int)Math.Round((value - low) / range * (Blocks.Length - 1)) : 0]));
    }
}
