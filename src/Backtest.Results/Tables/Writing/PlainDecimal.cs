namespace Backtest.Results;

/// <summary>Normalizes decimals for writing, so that equal values have equal text.</summary>
internal static class PlainDecimal
{
    private const decimal OneAtFullScale = 1.0000000000000000000000000000m;

    /// <summary>The same value without trailing zeros after the point.</summary>
    public static decimal Of(decimal value) => value / OneAtFullScale;
}
