namespace Backtest.Testing;

/// <summary>One instance of an indicator, fed by hand.</summary>
internal abstract class IndicatorStream
{
    /// <summary>The instance.</summary>
    public abstract object Indicator { get; }

    public abstract bool IsReady { get; }

    /// <summary>Whether the last value is the undefined one.</summary>
    public abstract bool IsUndefined { get; }

    public abstract void Update(BarEvent bar);

    public abstract void Reset();

    /// <summary>Whether another stream of the same indicator stands where this one does.</summary>
    public abstract bool IsAt(IndicatorStream other);
}
