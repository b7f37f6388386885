using System.Reflection;
using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>The testing kit observes every node that has a contract.</summary>
public sealed class ContractTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Nodes =>
        [.. PluginContractAttribute.All.Where(contract => contract.Contract.IsClass).Select(contract => contract.Contract.FullName!)];

    [Theory]
    [MemberData(nameof(Nodes))]
    public void Every_member_of_a_node_goes_through_its_observer(string name)
    {
        Type node = typeof(PluginFactory).Assembly.GetType(name)!;
        Type observer = Assert.Single(
            typeof(ObserverAttribute).Assembly.GetTypes(), type => type.BaseType == node && type.IsDefined(typeof(ObserverAttribute)));
        string[] open = [.. node.GetMethods().Where(method => method is { IsVirtual: true, IsFinal: false } && method.DeclaringType != typeof(object)).Select(method => method.Name)];
        Assert.NotEmpty(open);
        Assert.Subset(observer.GetMethods(Own).Select(method => method.Name).ToHashSet(), open.ToHashSet());
    }
}
