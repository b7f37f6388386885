using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>
/// Makes a class that implements <see cref="ISearchMethod"/> a search method plugin: run files name it under <c>search.method.type</c>.
/// </summary>
/// <param name="id">The id in run files, kebab-case.</param>
[AttributeUsage(AttributeTargets.Class)]
[PluginContract("search-method", typeof(ISearchMethod), typeof(SearchMethodFactory), IsCalledWithBars = false)]
public sealed class SearchMethodAttribute(string id) : Attribute
{
    /// <summary>The id in run files.</summary>
    public string Id { get; } = id;

    /// <summary>What it does, in one sentence.</summary>
    public string Description { get; init; } = "";
}
