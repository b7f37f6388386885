namespace Backtest;

/// <summary>Makes a partial get-only property of type <see cref="BarEvent"/> read the last closed bar of another timeframe.</summary>
/// <param name="timeframe">The timeframe (<c>1d</c>), or the name of the parameter that holds it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BarsAttribute(string timeframe) : Attribute
{
    /// <summary>The timeframe, or the name of the parameter that holds it.</summary>
    public string Timeframe { get; } = timeframe;

    /// <summary>How many bars of it ago; 0 for the last closed one.</summary>
    public int Offset { get; init; }
}
