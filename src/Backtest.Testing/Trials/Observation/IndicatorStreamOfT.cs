using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>One instance of an indicator, fed by hand. An indicator that reads others is fed fields instead, because any numbers will do.</summary>
/// <typeparam name="TValue">What it yields.</typeparam>
internal sealed class IndicatorStream<TValue>(IIndicator<TValue> indicator, BarField source) : IndicatorStream
    where TValue : struct
{
    private TValue _value = indicator.Undefined;

    /// <summary>A new instance of the specified indicator.</summary>
    public IndicatorStream(IndicatorSpec spec)
        : this(InstanceOf(spec), spec.Source)
    {
    }

    public override object Indicator => indicator;

    public TValue Undefined => indicator.Undefined;

    public override bool IsReady => indicator.IsReady;

    public override bool IsUndefined => EqualityComparer<TValue>.Default.Equals(_value, indicator.Undefined);

    public override bool IsUndefinedNumber => indicator.Undefined is double number
        ? double.IsNaN(number)
        : typeof(TValue).GetProperties().Select(property => property.GetValue(indicator.Undefined)).OfType<double>().All(double.IsNaN);

    public override void Update(BarEvent bar) => _value = indicator switch
    {
        ISeriesIndicator<TValue> series => series.Update(bar[source]),
        IPairIndicator<TValue> pair => pair.Update(bar[source], bar.High),
        IBarIndicator<TValue> bars => bars.Update(bar),
        _ => throw new InvalidOperationException($"{indicator.GetType().Name} reads neither numbers nor a bar"),
    };

    public override void Reset() => indicator.Reset();

    public override bool HasColumns => indicator is ISeriesColumn<TValue> or IPairColumn<TValue> or IBarColumn<TValue>;

    public override int? DifferenceInColumns(IndicatorStream rowByRow, BarSeries bars, IEnumerable<int> lengths)
    {
        var other = (IndicatorStream<TValue>)rowByRow;
        int done = 0;
        foreach (int length in lengths.Append(bars.Count))
        {
            int from = done;
            var values = new TValue[Math.Min(length, bars.Count - from)];
            UpdateColumn(bars, from, values, ref done);
            for (int row = from; row < from + values.Length; row++)
            {
                other.Update(new BarEvent(bars, row));
                if (!EqualityComparer<TValue>.Default.Equals(other._value, values[row - from]))
                    return row;
            }
        }

        return null;
    }

    private void UpdateColumn(BarSeries bars, int from, TValue[] values, ref int done)
    {
        if (indicator is ISeriesColumn<TValue> series)
            series.Update(Field(bars, source, from, values.Length), values, ref done);
        else if (indicator is IPairColumn<TValue> pair)
            pair.Update(Field(bars, source, from, values.Length), Field(bars, BarField.High, from, values.Length), values, ref done);
        else
            ((IBarColumn<TValue>)indicator).Update(bars, from, values, ref done);
    }

    private static double[] Field(BarSeries bars, BarField field, int from, int count) =>
        [.. Enumerable.Range(from, count).Select(row => new BarEvent(bars, row)[field])];

    public override bool IsAt(IndicatorStream other) => other is IndicatorStream<TValue> same
        && same.IsReady == IsReady
        && EqualityComparer<TValue>.Default.Equals(same._value, _value);

    private static IIndicator<TValue> InstanceOf(IndicatorSpec spec) => spec switch
    {
        SeriesIndicatorSpec<TValue> series => series.Create(),
        PairIndicatorSpec<TValue> pair => pair.Create(),
        BarIndicatorSpec<TValue> bars => bars.Create(),
        _ => throw new InvalidOperationException($"{spec.Indicator.Name} does not yield {typeof(TValue).Name}"),
    };
}
