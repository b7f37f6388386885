using Backtest.Generators.Diagnostics;
using Backtest.Generators.Indicators.Model;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Plugins.Parsing;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Indicators.Parsing;

/// <summary>Reads one indicator plugin.</summary>
internal static class IndicatorPluginParser
{
    /// <summary>Reads the class with the attribute.</summary>
    public static IndicatorPluginModel? Parse(PluginScope scope, AttributeData attribute, string id, CancellationToken cancellation)
    {
        if (ContractOf(scope) is not { } contract || ConstructorOf(scope) is not { } constructor)
            return null;
        var arguments = new ArgumentParser(scope, constructor, cancellation);
        INamedTypeSymbol type = scope.Class;
        return new IndicatorPluginModel(
            scope.Contract.Kind,
            id,
            attribute.Argument("Description", ""),
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.FullName(),
            type.Name,
            scope.FactoryNames.VocabularyPrefix,
            scope.FactoryNames.RuntimePrefix,
            contract.Is("Backtest.ISeriesIndicator") ? "Series" : "Bars",
            scope.FactoryNames.Of(contract.TypeArguments[0]),
            new RecordType(type.Name, type.Name, arguments.Parameters),
            arguments.Arguments,
            scope.AbiNumber("Major"),
            scope.AbiNumber("Minor"))
        {
            HintName = HintNames.Of(type),
        };
    }

    private static INamedTypeSymbol? ContractOf(PluginScope scope)
    {
        INamedTypeSymbol? contract = scope.Class.AllInterfaces.FirstOrDefault(found => found.Is("Backtest.ISeriesIndicator"))
            ?? scope.Class.AllInterfaces.FirstOrDefault(found => found.Is("Backtest.IBarIndicator"));
        if (contract is not null)
            return contract;
        if (scope.Class.AllInterfaces.Any(found => found.Is("Backtest.IPairIndicator")))
        {
            ClassRules.Reject(scope, "it reads two numbers, but an id does not define which",
                "remove the attribute, and create its specification with IndicatorSpec.Pair");
        }
        else
        {
            scope.Report(Descriptors.MissingMember, scope.Class, scope.Class.Name, scope.AnyKind, "input",
                "ISeriesIndicator<double>, to read one number a bar, or IBarIndicator<double>, to read whole bars");
        }

        return null;
    }

    private static IMethodSymbol? ConstructorOf(PluginScope scope)
    {
        IMethodSymbol[] usable = [.. scope.Class.InstanceConstructors.Where(constructor => scope.CanFactoryUse(constructor))];
        if (usable is [var constructor])
            return constructor;
        ClassRules.Reject(scope, usable.Length == 0 ? "it has no accessible constructor" : "it has several constructors",
            "add one public constructor, which takes what the indicator depends on");
        return null;
    }
}
