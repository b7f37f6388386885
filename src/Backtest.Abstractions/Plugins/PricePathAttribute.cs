using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>Makes a class that implements <see cref="IPricePath"/> a price path plugin: run files name it under <c>execution.path</c>.</summary>
/// <param name="id">The id in run files, kebab-case.</param>
[AttributeUsage(AttributeTargets.Class)]
[PluginContract("price-path", typeof(IPricePath), typeof(PricePathFactory))]
public sealed class PricePathAttribute(string id) : Attribute
{
    /// <summary>The id in run files.</summary>
    public string Id { get; } = id;

    /// <summary>What it assumes, in one sentence.</summary>
    public string Description { get; init; } = "";
}
