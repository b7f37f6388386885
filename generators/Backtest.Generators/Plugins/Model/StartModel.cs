namespace Backtest.Generators.Plugins.Model;

/// <summary>A role with a handler of the start.</summary>
/// <param name="Property">The container's property.</param>
/// <param name="IsCollection">Whether it is a collection of components.</param>
/// <param name="IsOptional">Whether it may be null.</param>
internal sealed record StartModel(string Property, bool IsCollection, bool IsOptional);
