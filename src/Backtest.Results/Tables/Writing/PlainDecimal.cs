namespace Backtest.Results;

/// <summary>Decimals as they are written: equal values in equal words.</summary>
internal static class PlainDecimal
{
    private const decimal OneAtFullScale = 1.0000000000000000000000000000m;

    /// <summary>The same value without trailing zeros after the point.</summary>
    public static decimal Of(decimal value) => value / OneAtFullScale;
}
