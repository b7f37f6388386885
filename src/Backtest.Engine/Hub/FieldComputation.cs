using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>An indicator of one field of the bars.</summary>
internal sealed class FieldComputation<TValue>(BarSeries series, BarField source, ISeriesIndicator<TValue> indicator)
    : IndicatorComputation<TValue>(series, indicator)
    where TValue : struct
{
    private readonly ISeriesIndicator<TValue> _indicator = indicator;

    protected override void Update(Span<TValue> rows, ref int row, int to)
    {
        if (source == BarField.Typical)
        {
            for (; row < to; row++)
                rows[row] = _indicator.Update(new BarEvent(Series, row)[BarField.Typical]);
            return;
        }

        double[] field = source switch
        {
            BarField.Open => Series.Open,
            BarField.High => Series.High,
            BarField.Low => Series.Low,
            BarField.Volume => Series.Volume,
            _ => Series.Close,
        };
        for (; row < to; row++)
            rows[row] = _indicator.Update(field[row]);
    }
}
