using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// An indicator of a higher timeframe as known at the rows of a series: each row has its value at the last bar that had closed by then. It is an
/// ordinary column, so reading it costs no more than reading one of the series itself.
/// </summary>
internal sealed class AlignedComputation<TValue> : IndicatorColumn<TValue>, IIndicatorComputation
    where TValue : struct
{
    private readonly BarSeries _series;
    private readonly BarSeries _higher;
    private readonly IndicatorColumn<TValue> _input;
    private readonly int _offset;
    private TValue _last;

    /// <param name="series">The series with whose rows the values are aligned.</param>
    /// <param name="higher">The bars of the higher timeframe.</param>
    /// <param name="input">The indicator on those bars.</param>
    /// <param name="offset">How many of those bars back to read.</param>
    /// <param name="undefined">The value until the indicator has one.</param>
    public AlignedComputation(BarSeries series, BarSeries higher, IndicatorColumn<TValue> input, int offset, TValue undefined)
    {
        _series = series;
        _higher = higher;
        _input = input;
        _offset = offset;
        _last = undefined;
        input.Remember(offset);
    }

    public IEnumerable<IndicatorColumn> Parts => [_input];

    public void Compute()
    {
        if (Values.Length < _series.Count + 1)
            Values = new TValue[Math.Max(_series.Count + 3, Values.Length * 2)];
        Values[0] = _last;
        ReadOnlySpan<TValue> input = _input.Values.AsSpan(_input.History - _offset - 1);
        int closed = 0;
        for (int row = 0; row < _series.Count; row++)
        {
            while (closed < _higher.Count && _higher.End[closed] <= _series.End[row])
                closed++;
            Values[row + 1] = input[closed];
            if (ReadyIndex == long.MaxValue && _higher.FirstIndex + closed - 1 - _offset >= _input.ReadyIndex)
                ReadyIndex = _series.FirstIndex + row;
        }

        _last = Values[_series.Count];
        if (_input.Fault is not null && FaultIndex == long.MaxValue)
            TakeFault();
    }

    /// <summary>A fault is known from the end of the bar at which it occurred.</summary>
    private void TakeFault()
    {
        Fault = _input.Fault;
        FaultTime = _input.FaultTime;
        int row = 0;
        while (row < _series.Count && _series.End[row] < FaultTime)
            row++;
        if (row < _series.Count)
            FaultIndex = _series.FirstIndex + row;
    }
}
