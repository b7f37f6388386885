using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>
/// Makes a partial indicator class a plugin: listed with its package, and read by other packages by its id
/// (<c>Indicators.Plugin("id", arguments)</c>). Its parameters are those of its one public constructor. <see cref="IndicatorAttribute"/> marks a
/// property that reads an indicator; this one marks the indicator itself.
/// </summary>
/// <param name="id">The id, kebab-case.</param>
[AttributeUsage(AttributeTargets.Class)]
[PluginContract("indicator", typeof(IIndicator<>), typeof(IndicatorFactory))]
public sealed class IndicatorPluginAttribute(string id) : Attribute
{
    /// <summary>The id other packages name.</summary>
    public string Id { get; } = id;

    /// <summary>What it measures, in one sentence.</summary>
    public string Description { get; init; } = "";
}
