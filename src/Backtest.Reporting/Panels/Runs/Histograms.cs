using System.Globalization;

namespace Backtest.Reporting;

/// <summary>Builds histograms.</summary>
internal static class Histograms
{
    /// <summary>The histogram of numbers.</summary>
    /// <param name="sorted">The numbers, ascending; at least one.</param>
    /// <param name="format">The format of the numbers.</param>
    public static BarsBlock Of(double[] sorted, Format format)
    {
        (double from, double width, double[] counts) = Distribution.Histogram(sorted);
        string[] labels = [.. counts.Select((_, bin) => Label(from + (width * bin), format))];
        return new BarsBlock(new TextColumn(labels), [new BarSet("count", new NumberColumn(counts))], Format.Integer);
    }

    private static string Label(double value, Format format) => format == Format.Percent
        ? (value * 100).ToString("0.##", CultureInfo.InvariantCulture).Replace('-', '−') + "%"
        : value.ToString("0.##", CultureInfo.InvariantCulture).Replace('-', '−');
}
