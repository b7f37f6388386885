namespace Backtest.Cli.Output;

/// <summary>Draws numbers as a line of blocks, the lowest number as the smallest block.</summary>
internal static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>Draws numbers; each block shows the last number of its stretch.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="width">The maximum number of characters.</param>
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
