using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>The emitter of one classifier on one instrument; the node keeps its row up to date.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RegimeEmitter : IRegimes
{
    /// <summary>The row of the bar being handled.</summary>
    public int Row { get; set; }

    /// <inheritdoc/>
    public abstract void Set(int state, double confidence);

    /// <inheritdoc/>
    public abstract void Set(int state, double confidence, ReadOnlySpan<double> probabilities);
}
