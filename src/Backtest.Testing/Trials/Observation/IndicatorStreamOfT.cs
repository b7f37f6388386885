namespace Backtest.Testing;

/// <summary>One instance of an indicator, fed by hand. One that reads other indicators is fed fields instead: any numbers will do.</summary>
/// <typeparam name="TValue">What it yields.</typeparam>
internal sealed class IndicatorStream<TValue>(IIndicator<TValue> indicator, BarField source) : IndicatorStream
    where TValue : struct
{
    private TValue _value = indicator.Undefined;

    public override object Indicator => indicator;

    public override bool IsReady => indicator.IsReady;

    public override bool IsUndefined => EqualityComparer<TValue>.Default.Equals(_value, indicator.Undefined);

    public override void Update(BarEvent bar) => _value = indicator switch
    {
        ISeriesIndicator<TValue> series => series.Update(bar[source]),
        IPairIndicator<TValue> pair => pair.Update(bar[source], bar.High),
        IBarIndicator<TValue> bars => bars.Update(bar),
        _ => throw new InvalidOperationException($"{indicator.GetType().Name} reads neither numbers nor a bar"),
    };

    public override void Reset() => indicator.Reset();

    public override bool IsAt(IndicatorStream other) => other is IndicatorStream<TValue> same
        && same.IsReady == IsReady
        && EqualityComparer<TValue>.Default.Equals(same._value, _value);
}
