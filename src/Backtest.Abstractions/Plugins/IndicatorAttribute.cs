namespace Backtest;

/// <summary>Makes a partial get-only property read an indicator, given by a property or method that returns its specification.</summary>
/// <param name="specification">The name of the member that returns the <see cref="IndicatorSpec"/>; read once, after parameters are bound.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IndicatorAttribute(string specification) : Attribute
{
    /// <summary>The name of the member that returns the specification.</summary>
    public string Specification { get; } = specification;

    /// <summary>How many bars ago, in bars of the timeframe it reads; 0 for the last closed one.</summary>
    public int Offset { get; init; }

    /// <summary>
    /// The timeframe of the bars it reads (<c>1d</c>), or the name of the parameter that holds it; <see langword="null"/> for the plugin's own.
    /// </summary>
    public string? Timeframe { get; init; }
}
