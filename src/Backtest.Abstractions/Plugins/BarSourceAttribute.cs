using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>Makes a class that implements <see cref="IBarProvider"/> a bar source plugin: run files name it under <c>data.source</c>.</summary>
/// <param name="id">The id in run files, kebab-case.</param>
[AttributeUsage(AttributeTargets.Class)]
[PluginContract("bar-source", typeof(IBarProvider), typeof(BarSourceFactory), MayReachOutside = true)]
public sealed class BarSourceAttribute(string id) : Attribute
{
    /// <summary>The id in run files.</summary>
    public string Id { get; } = id;

    /// <summary>What it does, in one sentence.</summary>
    public string Description { get; init; } = "";
}
