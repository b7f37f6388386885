using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The values of one distinct indicator, renewed with each chunk. A fault is kept for those who declared the indicator.</summary>
/// <typeparam name="TValue">What the indicator yields.</typeparam>
internal abstract class IndicatorComputation<TValue>(BarSeries series, IIndicator<TValue> indicator)
    : IndicatorColumn<TValue>, IIndicatorComputation
    where TValue : struct
{
    private int _rows;
    private int _row;

    /// <summary>The bars it is computed on.</summary>
    protected BarSeries Series { get; } = series;

    /// <summary>What the indicator yields until it is ready.</summary>
    public TValue Undefined => indicator.Undefined;

    public void Compute()
    {
        MakeRoom();
        Span<TValue> rows = Values.AsSpan(History, _rows);
        if (Fault is not null)
        {
            rows.Fill(indicator.Undefined);
            return;
        }

        _row = 0;
        try
        {
            while (_row < rows.Length && ReadyIndex == long.MaxValue)
            {
                Update(rows, ref _row, _row + 1);
                if (indicator.IsReady)
                    ReadyIndex = Series.FirstIndex + _row - 1;
            }

            Update(rows, ref _row, rows.Length);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Fault = exception;
            FaultIndex = Series.FirstIndex + _row;
            FaultTime = Series.End[_row];
            rows[_row..].Fill(indicator.Undefined);
        }
    }

    /// <summary>Writes the indicator's values from a row up to another, excluded; the row tells how far it came.</summary>
    protected abstract void Update(Span<TValue> rows, ref int row, int to);

    private void MakeRoom()
    {
        TValue[] old = Values;
        if (old.Length < History + Series.Count)
        {
            // As much as the series has room for: chunks differ by a row or two, and that must not allocate.
            Values = new TValue[History + Math.Max(Series.End.Length, old.Length * 2)];
            if (old.Length == 0)
                Values.AsSpan(0, History).Fill(indicator.Undefined);
        }

        if (old.Length > 0)
            old.AsSpan(_rows, History).CopyTo(Values);
        _rows = Series.Count;
    }
}
