namespace Backtest;

/// <summary>Makes a partial get-only property read an indicator, given by a property or method that returns its specification.</summary>
/// <param name="specification">The name of the member that returns the <see cref="IndicatorSpec"/>; read once, after parameters are bound.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IndicatorAttribute(string specification) : Attribute
{
    /// <summary>The name of the member that returns the specification.</summary>
    public string Specification { get; } = specification;

    /// <summary>How many bars ago; 0: now.</summary>
    public int Offset { get; init; }
}
