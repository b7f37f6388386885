using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>
/// Makes a class that implements <see cref="ICommissionModel"/> a commission model plugin: run files name it under <c>execution.commission</c>.
/// </summary>
/// <param name="id">The id in run files, kebab-case.</param>
[AttributeUsage(AttributeTargets.Class)]
[PluginContract("commission-model", typeof(ICommissionModel), typeof(CommissionModelFactory))]
public sealed class CommissionModelAttribute(string id) : Attribute
{
    /// <summary>The id in run files.</summary>
    public string Id { get; } = id;

    /// <summary>How it computes what an order costs, in one sentence.</summary>
    public string Description { get; init; } = "";
}
