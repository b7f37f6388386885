namespace Backtest.Generators.Plugins.Model;

/// <summary>A property that is bound from a run file.</summary>
/// <param name="Property">The property's name.</param>
/// <param name="Key">The key in YAML.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="IsRequired">Whether the key is required.</param>
/// <param name="Default">The default as JSON; <see langword="null"/> if it is not known at compile time.</param>
/// <param name="Description">The description.</param>
internal sealed record ParameterModel(
    string Property, string Key, ParameterType Type, bool IsRequired, string? Default, string Description);
