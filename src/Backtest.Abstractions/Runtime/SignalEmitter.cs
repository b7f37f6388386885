using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>The emitter of one strategy on one instrument; the node keeps its row up to date.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SignalEmitter : ISignals
{
    /// <summary>The row of the bar being handled.</summary>
    public int Row { get; set; }

    /// <inheritdoc/>
    public abstract void Enter(
        Direction direction,
        double strength = 1,
        double? limit = null,
        PriceLevel? stopLoss = null,
        PriceLevel? takeProfit = null,
        double? trailingStop = null,
        bool add = false,
        string? reason = null,
        double? stop = null,
        TimeInForce timeInForce = TimeInForce.GoodTillCanceled);

    /// <inheritdoc/>
    public abstract void Exit(double fraction = 1, string? reason = null);
}
