using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>An indicator a plugin requested on one series.</summary>
/// <typeparam name="TValue">The type of its values.</typeparam>
internal sealed class DeclaredIndicator<TValue>(IndicatorSpec spec, string symbol, IndicatorReader<TValue> reader)
    : DeclaredIndicator(spec, symbol)
    where TValue : struct
{
    private readonly TValue _undefined = new IndicatorStream<TValue>(spec).Undefined;

    public override bool IsDefined(int row) => !EqualityComparer<TValue>.Default.Equals(reader[row], _undefined);

    public override IndicatorStream CreateStream() => new IndicatorStream<TValue>(Spec);
}
