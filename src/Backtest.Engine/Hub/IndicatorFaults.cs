using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Finds the first failure of the indicators that a container requested.</summary>
internal static class IndicatorFaults
{
    /// <summary>The first row of the chunk at which one of the columns failed, and its exception; the number of rows if none failed.</summary>
    public static (int Row, Exception? Fault) First(IReadOnlyList<IndicatorColumn> columns, BarSeries series)
    {
        int first = series.Count;
        Exception? fault = null;
        for (int i = 0; i < columns.Count; i++)
        {
            IndicatorColumn column = columns[i];
            long row = column.FaultIndex - series.FirstIndex;
            if (row >= first)
                continue;
            first = (int)Math.Max(0, row);
            fault = column.Fault;
        }

        return (first, fault);
    }
}
