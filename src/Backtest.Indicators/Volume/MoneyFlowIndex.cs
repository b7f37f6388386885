namespace Backtest;

/// <summary>
/// The money that changed hands on rises of the typical price, as a percentage of that on rises and falls, from 0 to 100. Ready at the bar after the
/// <c>period</c>-th. If none did, it is 50, the middle.
/// </summary>
/// <remarks>
/// G. Quong and A. Soudack, Volume-Weighted RSI: Money Flow, 1989. The typical price is (high + low + close) / 3, the money it × volume.
/// </remarks>
[ReadsVolume]
public sealed partial class MoneyFlowIndex : IBarIndicator<double>
{
    private MovingSum _rises;
    private MovingSum _falls;
    private double _previous = double.NaN;

    /// <summary>The share of money that changed hands on rises.</summary>
    /// <param name="period">Number of changes; at least 1. Quong and Soudack's is 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public MoneyFlowIndex(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _rises = new MovingSum(period);
        _falls = new MovingSum(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _falls.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double price = bar[BarField.Typical];
        double previous = _previous;
        double change = price - previous;
        _previous = price;
        if (!double.IsFinite(previous))
            return double.NaN;

        // Zero, or not a number if the money is not finite.
        double money = price * bar.Volume;
        double none = 0 * money;
        double rises = _rises.Update(Threshold.IsPassed(change, 0, price) ? money : none);
        double moves = rises + _falls.Update(Threshold.IsPassed(0, change, price) ? money : none);
        return moves == 0 ? 50 : 100 * (rises / moves);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _rises.Reset();
        _falls.Reset();
        _previous = double.NaN;
    }
}
