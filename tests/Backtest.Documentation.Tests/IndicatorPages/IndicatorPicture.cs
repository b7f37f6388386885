using System.Globalization;
using System.Text;
using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>
/// Draws an indicator on the last bars of a series: over the prices if its values are in their range, otherwise in a panel below. Colors are
/// readable on white and on black.
/// </summary>
internal static class IndicatorPicture
{
    private const int Shown = 120;
    private const int Step = 3;
    private const int Width = Shown * Step;
    private const double PriceHeight = 90;
    private const double PanelHeight = 60;
    private const double Gap = 8;

    private static readonly string[] Colors = ["#2f81f7", "#d9822b", "#2da44e", "#c34dc3", "#d1495b"];

    public static string Draw(BarSeries bars, IndicatorLines lines)
    {
        int end = EndOfWindow(lines.Values, bars.Count);
        double[] closes = bars.Close[(end - Shown)..end];
        (double least, double most) = (closes.Min(), closes.Max());
        (double[] Values, string Color)[] shown =
            [.. lines.Values.Select((line, index) => (line[(end - Shown)..end], Colors[index % Colors.Length]))];
        (double[] Values, string Color)[] prices = [.. shown.Where(line => IsOfPrices(line.Values, least, most))];
        (double[] Values, string Color)[] others = [.. shown.Except(prices)];
        double height = PriceHeight + (others.Length > 0 ? PanelHeight + Gap : 0);

        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" ");
        svg.Append(CultureInfo.InvariantCulture, $"width=\"{Width}\" height=\"{height}\" fill=\"none\" stroke-width=\"1.2\">\n");
        Panel(svg, [(closes, "#8b949e"), .. prices], top: 0, PriceHeight);
        if (others.Length > 0)
            Panel(svg, others, PriceHeight + Gap, PanelHeight);
        return svg.Append("</svg>\n").ToString();
    }

    // The last bars or, if all lines have been constant since, as for a rare pattern, the bars around the last change.
    private static int EndOfWindow(IReadOnlyList<double[]> lines, int count)
    {
        int last = lines.Max(line => Array.FindLastIndex(
            line, row => double.IsFinite(row)) is var end and > 0 ? Array.FindLastIndex(line, end - 1, value => value != line[end]) : 0);
        return last >= Shown && last < count - Shown ? last + (Shown / 4) : count;
    }

    // In the range of prices: mostly within half their range of them.
    private static bool IsOfPrices(double[] line, double least, double most)
    {
        double margin = (most - least) / 2;
        double[] defined = [.. line.Where(double.IsFinite)];
        return defined.Length > 0 && defined.Count(value => value >= least - margin && value <= most + margin) > 0.9 * defined.Length;
    }

    private static void Panel(StringBuilder svg, (double[] Values, string Color)[] lines, double top, double height)
    {
        double[] defined = [.. lines.SelectMany(line => line.Values).Where(double.IsFinite)];
        (double least, double most) = defined.Length == 0 ? (0, 1) : (defined.Min(), defined.Max());
        double scale = most > least ? (height - 4) / (most - least) : 0;
        double Y(double value) => top + 2 + (scale == 0 ? (height - 4) / 2 : (most - value) * scale);
        if (least < 0 && most > 0 || top > 0)
        {
            double zero = Math.Clamp(Y(0), top, top + height);
            svg.Append(CultureInfo.InvariantCulture, $"<path stroke=\"#8b949e\" stroke-opacity=\".4\" d=\"M0 {zero:0.#}H{Width}\"/>\n");
        }

        foreach ((double[] values, string color) in lines)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path stroke=\"{color}\" d=\"");
            Append(svg, values, Y);
            svg.Append("\"/>\n");
        }
    }

    // Points relative to the one before, in tenths: a line of this many bars takes half a kilobyte.
    private static void Append(StringBuilder svg, double[] line, Func<double, double> y)
    {
        long? before = null;
        for (int row = 0; row < line.Length; row++)
        {
            if (!double.IsFinite(line[row]))
            {
                before = null;
                continue;
            }

            long tenths = (long)Math.Round(10 * y(line[row]));
            if (before is null)
                svg.Append(CultureInfo.InvariantCulture, $"M{row * Step} {tenths / 10.0:0.#}");
            else
                AppendMove(svg, (tenths - before.Value) / 10.0);
            before = tenths;
        }
    }

    // A sign separates two numbers as well as a blank does, and no zero is needed before a point.
    private static void AppendMove(StringBuilder svg, double move)
    {
        string number = move == 0 ? "0" : move.ToString("#.#", CultureInfo.InvariantCulture);
        svg.Append(CultureInfo.InvariantCulture, $"l{Step}{(move < 0 ? "" : " ")}{number}");
    }
}
