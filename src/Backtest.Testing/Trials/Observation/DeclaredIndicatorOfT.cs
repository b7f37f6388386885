using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>An indicator a plugin asked for on one series.</summary>
/// <typeparam name="TValue">What it yields.</typeparam>
internal sealed class DeclaredIndicator<TValue>(IndicatorSpec spec, string symbol, IndicatorReader<TValue> reader)
    : DeclaredIndicator(spec, symbol)
    where TValue : struct
{
    private readonly TValue _undefined = Indicator(spec).Undefined;

    public override bool IsDefined(int row) => !EqualityComparer<TValue>.Default.Equals(reader[row], _undefined);

    public override IndicatorStream CreateStream() => new IndicatorStream<TValue>(Indicator(Spec), Spec.Source);

    private static IIndicator<TValue> Indicator(IndicatorSpec spec) => spec switch
    {
        SeriesIndicatorSpec<TValue> series => series.Create(),
        PairIndicatorSpec<TValue> pair => pair.Create(),
        BarIndicatorSpec<TValue> bars => bars.Create(),
        _ => throw new InvalidOperationException($"{spec.Indicator.Name} does not yield {typeof(TValue).Name}"),
    };
}
