using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>Makes a partial class a classifier plugin: it names the regime of an instrument at each bar.</summary>
/// <param name="id">The id in run files, kebab-case.</param>
[AttributeUsage(AttributeTargets.Class)]
[PluginContract("classifier", typeof(ClassifierNode), typeof(ClassifierFactory))]
public sealed class ClassifierAttribute(string id) : Attribute
{
    /// <summary>The id in run files.</summary>
    public string Id { get; } = id;

    /// <summary>What it does, in one sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether <c>OnBar</c> is called before all declared indicators are ready.</summary>
    public bool CallBeforeReady { get; init; }
}
