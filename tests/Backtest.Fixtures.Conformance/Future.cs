using Backtest.Abstractions.Runtime;

namespace Backtest.Fixtures;

/// <summary>Bypasses the view: reads the next value from the column behind a generated reader.</summary>
internal static class Future
{
    public static double? Peek(IndicatorReader<double> reader, int row)
    {
        var column = (IndicatorColumn<double>)reader.Column;
        int next = row + column.History + 1;
        return next < column.Values.Length && column.Values[next] is var value and > 0 ? value : null;
    }
}
