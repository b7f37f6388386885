namespace Backtest;

/// <summary>Makes a derived record one case of a closed union, chosen in YAML by <c>type:</c>.</summary>
/// <param name="type">The value of <c>type</c>, snake_case.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class VariantAttribute(string type) : Attribute
{
    /// <summary>The value of <c>type</c>.</summary>
    public string Type { get; } = type;

    /// <summary>What it is, in one sentence.</summary>
    public string Description { get; init; } = "";
}
