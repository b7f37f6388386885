using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Backtest.Tests;

/// <summary>The contract has one version, wherever it is written.</summary>
public sealed class ContractVersionTests
{
    private static readonly string Source = File.ReadAllText(
        Path.Combine(Repository.Root, "src", "Backtest.Abstractions", "Runtime", "Abi.cs"));

    [Fact]
    public void Packages_are_tagged_with_the_version_of_the_abi() =>
        Assert.Equal($"{Constant("Major")}.{Constant("Minor")}", Property("src/Backtest.Sdk/build/Backtest.Sdk.props", "BacktestAbi"));

    [Fact]
    public void Plugins_of_one_major_version_bind_to_the_hosts_assemblies() =>
        Assert.Equal($"{Constant("Major")}.0.0.0", Property("eng/PluginContract.props", "AssemblyVersion"));

    private static string Constant(string name) => Regex.Match(Source, $@"const int {name} = (\d+);").Groups[1].Value;

    private static string Property(string file, string name) =>
        XDocument.Load(Path.Combine(Repository.Root, file)).Descendants(name).Single().Value;
}
