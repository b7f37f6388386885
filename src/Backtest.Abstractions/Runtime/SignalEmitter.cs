using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>The emitter of one strategy on one instrument; the node keeps its row up to date.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SignalEmitter : ISignals
{
    /// <summary>The row of the bar being handled.</summary>
    public int Row { get; set; }

    /// <inheritdoc/>
    public SignalHandle Enter(Direction direction) => Enter(direction, default);

    /// <inheritdoc/>
    public abstract SignalHandle Enter(Direction direction, in EntryTerms terms);

    /// <inheritdoc/>
    public abstract SignalHandle Exit(double fraction = 1, string? reason = null);
}
