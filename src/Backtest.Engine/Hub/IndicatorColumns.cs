using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Updates an indicator with many rows: in one call if it supports that, otherwise row by row.</summary>
internal static class IndicatorColumns
{
    public static void UpdateColumn<TValue>(
        this ISeriesIndicator<TValue> indicator, ReadOnlySpan<double> inputs, Span<TValue> values, ref int done)
        where TValue : struct
    {
        if (indicator is ISeriesColumn<TValue> column)
        {
            column.Update(inputs, values, ref done);
            return;
        }

        for (int row = 0; row < values.Length; row++, done++)
            values[row] = indicator.Update(inputs[row]);
    }

    public static void UpdateColumn<TValue>(
        this IPairIndicator<TValue> indicator, ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<TValue> values, ref int done)
        where TValue : struct
    {
        if (indicator is IPairColumn<TValue> column)
        {
            column.Update(first, second, values, ref done);
            return;
        }

        for (int row = 0; row < values.Length; row++, done++)
            values[row] = indicator.Update(first[row], second[row]);
    }

    public static void UpdateColumn<TValue>(
        this IBarIndicator<TValue> indicator, BarSeries bars, int from, Span<TValue> values, ref int done)
        where TValue : struct
    {
        if (indicator is IBarColumn<TValue> column)
        {
            column.Update(bars, from, values, ref done);
            return;
        }

        for (int row = 0; row < values.Length; row++, done++)
            values[row] = indicator.Update(new BarEvent(bars, from + row));
    }
}
