using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>The prices bid, or asked, during one bar.</summary>
/// <param name="Open">The first price.</param>
/// <param name="High">The highest.</param>
/// <param name="Low">The lowest.</param>
/// <param name="Close">The last.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct QuotePrices(double Open, double High, double Low, double Close)
{
    /// <summary>Nothing was quoted: not a number throughout.</summary>
    public static QuotePrices None => new(double.NaN, double.NaN, double.NaN, double.NaN);
}
