using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>Makes a partial class a risk manager plugin: it sizes and limits the signals of one portfolio's strategies.</summary>
/// <param name="id">The id in run files, kebab-case.</param>
[AttributeUsage(AttributeTargets.Class)]
[PluginContract("risk-manager", typeof(RiskNode), typeof(RiskManagerFactory))]
public sealed class RiskManagerAttribute(string id) : Attribute
{
    /// <summary>The id in run files.</summary>
    public string Id { get; } = id;

    /// <summary>What it does, in one sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>
    /// Whether the risk manager reads <see cref="PortfolioView.Trades"/>: trades are kept only then, which takes memory for each of them.
    /// </summary>
    public bool ReadsTrades { get; init; }
}
