namespace Backtest;

/// <summary>
/// The balance of power: how far the close is from the open as a share of the bar's range, from −1 to 1. Ready at the first bar. Zero if the bar has
/// no range.
/// </summary>
/// <remarks>I. Livshin, Balance of Market Power, Stocks and Commodities 19:8, 2001.</remarks>
public sealed partial class BalanceOfPower : IBarIndicator<double>
{
    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        IsReady = true;
        double range = bar.High - bar.Low;
        return range == 0 ? 0 : (bar.Close - bar.Open) / range;
    }

    /// <inheritdoc/>
    public void Reset() => IsReady = false;
}
