namespace Backtest;

/// <summary>
/// Makes an init-only property a parameter. Its name in YAML is the property's in snake_case unless <see cref="Name"/> gives another; its default is
/// the property's initializer. Bounds are inclusive.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute : Attribute
{
    /// <summary>Its name in run files, snake_case; <see langword="null"/> for the property's, in snake_case.</summary>
    public string? Name { get; init; }

    /// <summary>The least value.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>The greatest value.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>Whether a value equal to <see cref="Min"/> is too small.</summary>
    public bool ExclusiveMin { get; init; }

    /// <summary>What it means, with its unit, in one sentence.</summary>
    public string Description { get; init; } = "";
}
