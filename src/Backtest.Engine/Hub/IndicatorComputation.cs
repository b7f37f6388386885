using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The values of one distinct indicator, recomputed for each chunk. A fault is kept for the plugins that requested the indicator.</summary>
/// <param name="series">The bars it is computed on.</param>
/// <param name="indicator">The indicator.</param>
/// <param name="inputs">The other indicators it reads; it starts once all of them are defined.</param>
/// <typeparam name="TValue">The type of the indicator's values.</typeparam>
internal abstract class IndicatorComputation<TValue>(
    BarSeries series, IIndicator<TValue> indicator, params IndicatorReader<double>[] inputs)
    : IndicatorColumn<TValue>, IIndicatorComputation
    where TValue : struct
{
    private int _rows;

    /// <summary>The bars it is computed on.</summary>
    protected BarSeries Series { get; } = series;

    /// <summary>The value until the indicator is ready.</summary>
    public TValue Undefined => indicator.Undefined;

    public long? UndefinedSince { get; private set; }

    public long? ReadyTime { get; private set; }

    public IEnumerable<IndicatorColumn> Parts => inputs.Select(input => input.Column);

    public void Compute()
    {
        MakeRoom();
        Span<TValue> values = Values.AsSpan(History, _rows);
        int done = 0;
        if (Fault is null)
        {
            try
            {
                Compute(values, ref done);
                NoteUndefined(values);
                return;
            }
            catch (Exception exception)
            {
                Fault = exception;
                FaultIndex = Series.FirstIndex + done;
                FaultTime = Series.End[done];
            }
        }

        values[done..].Fill(indicator.Undefined);
    }

    /// <summary>Writes the indicator's values from a row on; <paramref name="done"/> grows by the rows written.</summary>
    protected abstract void Update(Span<TValue> values, int from, ref int done);

    private void Compute(Span<TValue> values, ref int done)
    {
        (long ready, long faulty, Exception? fault) = Inputs();
        int from = RowOf(ready);
        int to = RowOf(faulty);
        values[..Math.Min(from, to)].Fill(indicator.Undefined);
        done = Math.Min(from, to);
        while (done < to && ReadyIndex == long.MaxValue)
        {
            Update(values.Slice(done, 1), done, ref done);
            if (indicator.IsReady)
                (ReadyIndex, ReadyTime) = (Series.FirstIndex + done - 1, Series.End[done - 1]);
        }

        if (done < to)
            Update(values[done..to], done, ref done);
        if (fault is not null && to < values.Length)
            throw new InvalidOperationException($"the indicator it reads failed: {ExceptionText.Message(fault)}", fault);
    }

    // The last row alone shows whether a search is necessary.
    private void NoteUndefined(ReadOnlySpan<TValue> values)
    {
        int row = values.Length - 1;
        if (row < 0 || ReadyIndex == long.MaxValue)
            return;
        if (!IsUndefined(values[row]))
        {
            UndefinedSince = null;
            return;
        }

        int ready = RowOf(ReadyIndex);
        while (row > ready && IsUndefined(values[row - 1]))
            row--;
        if (row > 0 || UndefinedSince is null)
            UndefinedSince = Series.End[row];
    }

    private bool IsUndefined(TValue value) => typeof(TValue) == typeof(double)
        ? !double.IsFinite((double)(object)value)
        : EqualityComparer<TValue>.Default.Equals(value, indicator.Undefined);

    private (long Ready, long Faulty, Exception? Fault) Inputs()
    {
        long ready = 0;
        long faulty = long.MaxValue;
        Exception? fault = null;
        foreach (IndicatorReader<double> input in inputs)
        {
            ready = Math.Max(ready, Later(input.Column.ReadyIndex, input.Offset));
            long index = Later(input.Column.FaultIndex, input.Offset);
            if (index < faulty)
                (faulty, fault) = (index, input.Column.Fault);
        }

        return (ready, faulty, fault);
    }

    private int RowOf(long index) => (int)Math.Clamp(index - Series.FirstIndex, 0, _rows);

    private static long Later(long index, int bars) => index == long.MaxValue ? index : index + bars;

    private void MakeRoom()
    {
        TValue[] old = Values;
        if (old.Length < History + Series.Count)
        {
            // The chunks of a higher timeframe differ in length by a row or two, which must not cause allocations.
            Values = new TValue[History + Math.Max(Series.Count + 2, old.Length * 2)];
            if (old.Length == 0)
                Values.AsSpan(0, History).Fill(indicator.Undefined);
        }

        if (old.Length > 0)
            old.AsSpan(_rows, History).CopyTo(Values);
        _rows = Series.Count;
    }
}
