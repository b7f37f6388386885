using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>
/// Makes a class that implements <see cref="IOrderMatching"/> an order matching plugin: run files name it under <c>execution.matching</c>.
/// </summary>
/// <param name="id">The id in run files, kebab-case.</param>
[AttributeUsage(AttributeTargets.Class)]
[PluginContract("order-matching", typeof(IOrderMatching), typeof(OrderMatchingFactory))]
public sealed class OrderMatchingAttribute(string id) : Attribute
{
    /// <summary>The id in run files.</summary>
    public string Id { get; } = id;

    /// <summary>How orders fill, in one sentence.</summary>
    public string Description { get; init; } = "";
}
