using System.ComponentModel;
using System.Reflection;

namespace Backtest.Abstractions.Runtime;

/// <summary>
/// What a plugin is. Kinds are open: one this host has no contract for can be listed and named like any other, and is none of those it has.
/// </summary>
/// <param name="Id">Its name in scripts, tags and listings, kebab-case, as its <see cref="PluginContractAttribute"/> has it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PluginKind(string Id)
{
    /// <summary>Turns bars into signals.</summary>
    public static PluginKind Strategy { get; } = Of<StrategyAttribute>();

    /// <summary>Turns bars into regimes.</summary>
    public static PluginKind Classifier { get; } = Of<ClassifierAttribute>();

    /// <summary>Turns signals into orders.</summary>
    public static PluginKind RiskManager { get; } = Of<RiskManagerAttribute>();

    /// <summary>Holds strategies and turns their signals into its own.</summary>
    public static PluginKind Container { get; } = Of<ContainerAttribute>();

    /// <summary>Gives bars.</summary>
    public static PluginKind BarSource { get; } = Of<BarSourceAttribute>();

    /// <summary>Turns bars, or numbers of bars, into numbers others read.</summary>
    public static PluginKind Indicator { get; } = Of<IndicatorPluginAttribute>();

    /// <summary>Decides which trials a search makes.</summary>
    public static PluginKind SearchMethod { get; } = Of<SearchMethodAttribute>();

    /// <summary>Says in which order the levels of a bar are met.</summary>
    public static PluginKind PricePath { get; } = Of<PricePathAttribute>();

    /// <summary>Says which order fills where.</summary>
    public static PluginKind OrderMatching { get; } = Of<OrderMatchingAttribute>();

    /// <summary>Says what market and stop orders lose.</summary>
    public static PluginKind SlippageModel { get; } = Of<SlippageModelAttribute>();

    /// <summary>Says what an order costs.</summary>
    public static PluginKind CommissionModel { get; } = Of<CommissionModelAttribute>();

    /// <summary>Says what a portfolio may hold.</summary>
    public static PluginKind Account { get; } = Of<AccountAttribute>();

    /// <summary>The kinds this host has contracts for, in ordinal order of their ids.</summary>
    public static IReadOnlyList<PluginKind> All =>
        [.. PluginContractAttribute.All.Select(contract => new PluginKind(contract.Kind)).Distinct()];

    /// <summary>Its name in a sentence: <c>risk manager</c>.</summary>
    public string Words => Id.Replace('-', ' ');

    /// <summary>The kind an attribute makes a class.</summary>
    /// <typeparam name="TAttribute">The attribute.</typeparam>
    /// <exception cref="InvalidOperationException">The attribute has no <see cref="PluginContractAttribute"/>.</exception>
    public static PluginKind Of<TAttribute>()
        where TAttribute : Attribute =>
        typeof(TAttribute).GetCustomAttributes<PluginContractAttribute>().FirstOrDefault() is { } contract
            ? new PluginKind(contract.Kind)
            : throw new InvalidOperationException($"{typeof(TAttribute).Name} has no [PluginContract], so it makes no plugin.");

    /// <inheritdoc/>
    public override string ToString() => Id;
}
