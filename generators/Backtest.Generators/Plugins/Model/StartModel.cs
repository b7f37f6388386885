namespace Backtest.Generators.Plugins.Model;

/// <summary>A role with a handler of the start.</summary>
/// <param name="Property">The container's property.</param>
/// <param name="IsCollection">Whether several play it.</param>
/// <param name="IsOptional">Whether it may be missing.</param>
internal sealed record StartModel(string Property, bool IsCollection, bool IsOptional);
