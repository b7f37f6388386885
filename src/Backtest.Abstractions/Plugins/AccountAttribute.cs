using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>Makes a class that implements <see cref="IAccount"/> an account plugin: run files name it under <c>account</c> of a portfolio.</summary>
/// <param name="id">The id in run files, kebab-case.</param>
[AttributeUsage(AttributeTargets.Class)]
[PluginContract("account", typeof(IAccount), typeof(AccountFactory))]
public sealed class AccountAttribute(string id) : Attribute
{
    /// <summary>The id in run files.</summary>
    public string Id { get; } = id;

    /// <summary>What it lets a portfolio hold, in one sentence.</summary>
    public string Description { get; init; } = "";
}
