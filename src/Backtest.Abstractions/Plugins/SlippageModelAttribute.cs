using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>
/// Makes a class that implements <see cref="ISlippageModel"/> a slippage model plugin: run files name it under <c>execution.slippage</c>.
/// </summary>
/// <param name="id">The id in run files, kebab-case.</param>
[AttributeUsage(AttributeTargets.Class)]
[PluginContract("slippage-model", typeof(ISlippageModel), typeof(SlippageModelFactory))]
public sealed class SlippageModelAttribute(string id) : Attribute
{
    /// <summary>The id in run files.</summary>
    public string Id { get; } = id;

    /// <summary>How it computes what market and stop orders lose, in one sentence.</summary>
    public string Description { get; init; } = "";
}
