using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Computes what a plugin asks for over whole series, with no engine about.</summary>
internal sealed class IndicatorTable : IIndicatorSource
{
    private readonly List<IComputedColumn> _columns = [];

    public IndicatorReader<TValue> Request<TValue>(IndicatorSpec spec, BarSeries series)
        where TValue : struct
    {
        var column = new ComputedColumn<TValue>(spec, series);
        _columns.Add(column);
        return new IndicatorReader<TValue>(column, spec.Offset);
    }

    public void Compute() => _columns.ForEach(column => column.Compute());
}
