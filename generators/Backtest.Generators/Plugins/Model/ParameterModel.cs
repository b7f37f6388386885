namespace Backtest.Generators.Plugins.Model;

/// <summary>A property that is bound from a run file.</summary>
/// <param name="Property">The property's name.</param>
/// <param name="Key">Its key in YAML.</param>
/// <param name="Type">What it holds.</param>
/// <param name="IsRequired">Whether it must be written.</param>
/// <param name="Default">Its default as JSON; <see langword="null"/>: not known when compiled.</param>
/// <param name="Description">What it means.</param>
internal sealed record ParameterModel(
    string Property, string Key, ParameterType Type, bool IsRequired, string? Default, string Description);
