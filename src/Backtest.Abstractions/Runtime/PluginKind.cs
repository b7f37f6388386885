using System.ComponentModel;
using System.Reflection;

namespace Backtest.Abstractions.Runtime;

/// <summary>
/// What a plugin is. Kinds are open: one this host has no contract for can be listed and named like any other, and equals none of those it has.
/// </summary>
/// <param name="Id">Its name in scripts, tags and listings, kebab-case, as in its <see cref="PluginContractAttribute"/>.</param>
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

    /// <summary>Provides bars.</summary>
    public static PluginKind BarSource { get; } = Of<BarSourceAttribute>();

    /// <summary>Turns bars, or one number a bar, into numbers that plugins read.</summary>
    public static PluginKind Indicator { get; } = Of<IndicatorPluginAttribute>();

    /// <summary>Decides which trials a search makes.</summary>
    public static PluginKind SearchMethod { get; } = Of<SearchMethodAttribute>();

    /// <summary>Decides in which order the levels of a bar are met.</summary>
    public static PluginKind PricePath { get; } = Of<PricePathAttribute>();

    /// <summary>Decides which orders fill, and where.</summary>
    public static PluginKind OrderMatching { get; } = Of<OrderMatchingAttribute>();

    /// <summary>Computes what market and stop orders lose.</summary>
    public static PluginKind SlippageModel { get; } = Of<SlippageModelAttribute>();

    /// <summary>Computes what an order costs.</summary>
    public static PluginKind CommissionModel { get; } = Of<CommissionModelAttribute>();

    /// <summary>Decides what a portfolio may hold.</summary>
    public static PluginKind Account { get; } = Of<AccountAttribute>();

    /// <summary>The kinds this host has contracts for, in ordinal order of their ids.</summary>
    public static IReadOnlyList<PluginKind> All =>
        [.. PluginContractAttribute.All.Select(contract => new PluginKind(contract.Kind)).Distinct()];

    /// <summary>Its name in a sentence: <c>risk manager</c>.</summary>
    public string Words => Id.Replace('-', ' ');

    /// <summary>The kind of the classes an attribute marks.</summary>
    /// <typeparam name="TAttribute">The attribute.</typeparam>
    /// <exception cref="InvalidOperationException">The attribute has no <see cref="PluginContractAttribute"/>.</exception>
    public static PluginKind Of<TAttribute>()
        where TAttribute : Attribute =>
        typeof(TAttribute).GetCustomAttributes<PluginContractAttribute>().FirstOrDefault() is { } contract
            ? new PluginKind(contract.Kind)
            : throw new InvalidOperationException($"{typeof(TAttribute).Name} has no [PluginContract], so it does not define a plugin.");

    /// <inheritdoc/>
    public override string ToString() => Id;
}
