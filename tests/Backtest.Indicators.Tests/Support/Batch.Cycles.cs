using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>The cycle indicators.</summary>
internal static partial class Batch
{
    public static double[] Fisher(BarSeries bars, int row, int period)
    {
        double[] closes = Closes(bars, row);
        double[] positions = Positions(closes, Lowest(closes, period), Highest(closes, period));
        double value = 0;
        double fisher = 0;
        for (int at = period - 1; at <= row; at++)
        {
            value = 0.33 * 2 * (positions[at] / 100 - 0.5) + 0.67 * value;
            if (value > 0.99)
                value = 0.999;
            if (value < -0.99)
                value = -0.999;
            fisher = 0.5 * Math.Log((1 + value) / (1 - value)) + 0.5 * fisher;
        }
        return [fisher];
    }

    public static double[] Laguerre(BarSeries bars, int row, double gamma)
    {
        double[] elements = LaguerreElements(bars, row, gamma);
        return [(elements[0] + 2 * elements[1] + 2 * elements[2] + elements[3]) / 6];
    }

    public static double[] LaguerreRsi(BarSeries bars, int row, double gamma)
    {
        double[] elements = LaguerreElements(bars, row, gamma);
        double rises = 0;
        double falls = 0;
        for (int element = 0; element < 3; element++)
        {
            if (elements[element] >= elements[element + 1])
                rises += elements[element] - elements[element + 1];
            else
                falls += elements[element + 1] - elements[element];
        }
        return [rises + falls == 0 ? 0.5 : rises / (rises + falls)];
    }

    /// <summary>A price in units of the sum of moves that the Laguerre relative strength index divides by.</summary>
    public static double LaguerreUnits(BarSeries bars, int row, double gamma)
    {
        double[] elements = LaguerreElements(bars, row, gamma);
        double moves = Enumerable.Range(0, 3).Sum(element => Math.Abs(elements[element] - elements[element + 1]));
        return moves == 0 ? 1 : elements.Max() / moves;
    }

    public static double[] SuperSmoother(BarSeries bars, int row, int period) => [Smoothed(Closes(bars, row), period)[^1]];

    public static double[] Roofing(BarSeries bars, int row, int period)
    {
        double angle = 0.707106781186547524 * 2 * Math.PI / period;
        double alpha = (Math.Cos(angle) + Math.Sin(angle) - 1) / Math.Cos(angle);
        double[] passed = new double[row + 1];
        for (int at = 1; at <= row; at++)
        {
            double older = bars.Close[Math.Max(at - 2, 0)];
            double before = at < 2 ? 0 : passed[at - 2];
            passed[at] = Math.Pow(1 - alpha / 2, 2) * (bars.Close[at] - 2 * bars.Close[at - 1] + older)
                + 2 * (1 - alpha) * passed[at - 1] - Math.Pow(1 - alpha, 2) * before;
        }
        return [Smoothed(passed, Math.Max(2, period / 4))[^1]];
    }

    // Ehlers' program line by line; the values before the first one equal it.
    public static double[] DominantCycle(BarSeries bars, int row, int period)
    {
        double Price(int at) => bars.Close[Math.Max(at, 0)];
        double Taps(double[] line, int at, double before)
        {
            double Of(int ago) => at < ago ? before : line[at - ago];
            return 0.0962 * Of(0) + 0.5769 * Of(2) - 0.5769 * Of(4) - 0.0962 * Of(6);
        }

        double[] smooth = Line(row + 1, at => (4 * Price(at) + 3 * Price(at - 1) + 2 * Price(at - 2) + Price(at - 3)) / 10);
        double[] detrender = new double[row + 1];
        double[] inPhase = new double[row + 1];
        double[] quadrature = new double[row + 1];
        double i2 = 0, q2 = 0, re = 0, im = 0, cycle = 6, smoothed = 6;
        for (int at = 0; at <= row; at++)
        {
            double gain = 0.075 * cycle + 0.54;
            detrender[at] = Taps(smooth, at, smooth[0]) * gain;
            quadrature[at] = Taps(detrender, at, 0) * gain;
            inPhase[at] = at < 3 ? 0 : detrender[at - 3];
            double jI = Taps(inPhase, at, 0) * gain;
            double jQ = Taps(quadrature, at, 0) * gain;
            double newI2 = 0.2 * (inPhase[at] - jQ) + 0.8 * i2;
            double newQ2 = 0.2 * (quadrature[at] + jI) + 0.8 * q2;
            re = 0.2 * (newI2 * i2 + newQ2 * q2) + 0.8 * re;
            im = 0.2 * (newI2 * q2 - newQ2 * i2) + 0.8 * im;
            (i2, q2) = (newI2, newQ2);
            double measured = im != 0 && re != 0 ? 360 / (Math.Atan(im / re) * 180 / Math.PI) : cycle;
            measured = Math.Max(0.67 * cycle, Math.Min(1.5 * cycle, measured));
            measured = Math.Max(6, Math.Min(50, measured));
            cycle = 0.2 * measured + 0.8 * cycle;
            smoothed = 0.33 * cycle + 0.67 * smoothed;
        }
        return [smoothed];
    }

    private static double[] LaguerreElements(BarSeries bars, int row, double gamma)
    {
        double[] elements = [bars.Close[0], bars.Close[0], bars.Close[0], bars.Close[0]];
        for (int at = 0; at <= row; at++)
        {
            double[] before = [.. elements];
            elements[0] = (1 - gamma) * bars.Close[at] + gamma * before[0];
            for (int element = 1; element < 4; element++)
                elements[element] = -gamma * elements[element - 1] + before[element - 1] + gamma * before[element];
        }
        return elements;
    }

    private static double[] Smoothed(double[] line, int period)
    {
        double a = Math.Exp(-1.41421356237309505 * Math.PI / period);
        double b = 2 * a * Math.Cos(1.41421356237309505 * Math.PI / period);
        double[] filtered = [.. line];
        for (int at = 1; at < line.Length; at++)
        {
            double before = filtered[Math.Max(at - 2, 0)];
            filtered[at] = (1 - b + a * a) * (line[at] + line[at - 1]) / 2 + b * filtered[at - 1] - a * a * before;
        }
        return filtered;
    }
}
