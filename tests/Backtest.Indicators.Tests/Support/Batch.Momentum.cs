using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>The family of momentum.</summary>
internal static partial class Batch
{
    public static double[] ChandeMomentum(BarSeries bars, int row, int period)
    {
        double[] changes = [.. Enumerable.Range(row - period + 1, period).Select(at => bars.Close[at] - bars.Close[at - 1])];
        double rises = changes.Sum(change => Math.Max(change, 0));
        double falls = changes.Sum(change => Math.Max(-change, 0));
        return [100 * (rises - falls) / (rises + falls)];
    }
}
