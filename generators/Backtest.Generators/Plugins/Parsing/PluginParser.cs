using System.Text.RegularExpressions;
using Backtest.Generators.Containers.Parsing;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Model;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Reads one plugin class.</summary>
internal static class PluginParser
{
    private const int UniverseScope = 1; // StrategyScope.Universe

    private static readonly Regex KebabCase = new("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant);

    /// <summary>Reads the class an attribute of a kind stands on.</summary>
    public static PluginResult Parse(GeneratorAttributeSyntaxContext context, PluginKind kind, CancellationToken cancellation)
    {
        var @class = (INamedTypeSymbol)context.TargetSymbol;
        AttributeData attribute = context.Attributes[0];
        string id = attribute.ConstructorArguments is [{ Value: string text }] ? text : "";
        var identity = new PluginIdentity(id, @class.Name, SourceSpan.Of(@class));
        bool isUniverse = kind == PluginKind.Strategy && attribute.Argument("Scope", 0) == UniverseScope;
        var scope = new PluginScope(context.SemanticModel.Compilation, @class, kind, isUniverse);
        bool canBeWritten = CanBeWritten(scope, (TypeDeclarationSyntax)context.TargetNode);
        PluginModel? model = !canBeWritten ? null : kind switch
        {
            PluginKind.Container => ReadContainer(scope, attribute, id, cancellation),
            PluginKind.BarSource => ReadBarSource(scope, attribute, id),
            _ => Read(scope, attribute, id, cancellation),
        };
        return new PluginResult(model, identity, new EquatableArray<DiagnosticInfo>(scope.Diagnostics));
    }

    private static bool CanBeWritten(PluginScope scope, TypeDeclarationSyntax declaration)
    {
        INamedTypeSymbol type = scope.Class;
        if (type.IsRecord)
            return Reject(scope, "it is a record", "make it a class");
        if (type.ContainingType is not null || type.IsGenericType || type.IsFileLocal)
            return Reject(scope, "it is nested, generic or local to its file", "put it directly in its namespace, without type parameters");
        if (type.IsAbstract || type.IsStatic)
            return Reject(scope, "it is abstract or static", "make it a sealed class");
        if (!type.InstanceConstructors.Any(constructor => constructor.Parameters.Length == 0 && scope.CanFactoryUse(constructor)))
            return Reject(scope, "it has no public constructor without parameters", "take what it needs as [Parameter] or in OnStart");
        if (scope.Kind == PluginKind.BarSource || declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            return true; // nothing is written into a bar source
        string written = scope.Kind == PluginKind.Container ? "its wiring and node" : "its node and factory";
        scope.Report(Descriptors.MissingPartial, type, type.Name, written, "the class");
        return false;
    }

    private static PluginModel Read(PluginScope scope, AttributeData attribute, string id, CancellationToken cancellation)
    {
        EquatableArray<HandlerModel> handlers = new HandlerParser(scope).Parse();
        cancellation.ThrowIfCancellationRequested();
        if (scope.Kind == PluginKind.Classifier)
            RequireStates(scope);
        var indicators = new EquatableArray<IndicatorModel>(new IndicatorParser(scope).Parse().Concat(new BarsParser(scope).Parse()));
        cancellation.ThrowIfCancellationRequested();
        return Model(scope, attribute, id, handlers, indicators, contained: null, isWired: true);
    }

    private static PluginModel? ReadContainer(PluginScope scope, AttributeData attribute, string id, CancellationToken cancellation)
    {
        if (scope.Class.Attribute("Backtest.ContainerFactoryAttribute") is not { } factory)
        {
            scope.Report(Descriptors.ContainerWithoutFactory, scope.Class, scope.Class.Name);
            return null;
        }

        if (ContainerParser.ContainerOf(factory) is not { } container)
            return null; // the compiler says that there is no such type
        foreach (IPropertySymbol property in scope.Class.AllMembers<IPropertySymbol>())
        {
            if (property.Attribute("Backtest.IndicatorAttribute") is not null)
            {
                scope.Report(Descriptors.InvalidIndicator, property, property.Name, "the factory of a container reads none",
                    "let a strategy read it, or compute it in a component from the bars it is told of");
            }
            else if (property.Attribute("Backtest.BarsAttribute") is not null)
            {
                scope.Report(Descriptors.InvalidBars, property, property.Name, "the factory of a container reads none", "let a strategy read them");
            }
        }

        var contained = new ContainedParser(scope, container, cancellation);
        return Model(scope, attribute, id, contained.Handlers, EquatableArray<IndicatorModel>.Empty, contained.Model, contained.IsWired);
    }

    private static PluginModel ReadBarSource(PluginScope scope, AttributeData attribute, string id)
    {
        if (!scope.Class.AllInterfaces.Any(implemented => implemented.Is("Backtest.IBarProvider")))
        {
            scope.Report(Descriptors.MissingMember, scope.Class, scope.Class.Name, scope.KindName, "bars to give", ": IBarProvider");
        }

        return Model(
            scope, attribute, id, EquatableArray<HandlerModel>.Empty, EquatableArray<IndicatorModel>.Empty, contained: null, isWired: true);
    }

    private static PluginModel Model(
        PluginScope scope, AttributeData attribute, string id, EquatableArray<HandlerModel> handlers,
        EquatableArray<IndicatorModel> indicators, ContainedModel? contained, bool isWired)
    {
        if (!KebabCase.IsMatch(id))
            Reject(scope, $"its id '{id}' is not kebab-case", "write small letters, digits and single hyphens, such as 'sma-cross'");
        RecordType parameters = new ParameterParser(scope).Parse();
        ValidateForm validate = ValidateParser.Parse(scope);
        return new PluginModel
        {
            Kind = scope.Kind,
            Id = id,
            Description = attribute.Argument("Description", ""),
            Namespace = scope.Class.ContainingNamespace.IsGlobalNamespace ? "" : scope.Class.ContainingNamespace.FullName(),
            Class = scope.Class.Name,
            HintName = HintNames.Of(scope.Class),
            Vocabulary = scope.Names.VocabularyPrefix,
            Runtime = scope.Names.RuntimePrefix,
            RowField = scope.TakeName("_row"),
            CallBeforeReady = attribute.Argument("CallBeforeReady", false),
            IsUniverse = scope.IsUniverse,
            Indicators = indicators,
            Handlers = handlers,
            Contained = contained,
            Parameters = parameters,
            Validate = validate,
            AbiMajor = AbiNumber(scope, "Major"),
            AbiMinor = AbiNumber(scope, "Minor"),
            HasErrors = scope.Diagnostics.Count > 0 || !isWired,
        };
    }

    private static void RequireStates(PluginScope scope)
    {
        ITypeSymbol? states = scope.Compilation.GetTypeByMetadataName("System.Collections.Generic.IReadOnlyList`1")
            ?.Construct(scope.Compilation.GetSpecialType(SpecialType.System_String));
        bool hasStates = scope.Class.AllMembers<IPropertySymbol>().Any(property =>
            property is { Name: "States", IsStatic: false, GetMethod: not null }
            && scope.CanUse(property) && scope.Converts(property.Type, states));
        if (!hasStates)
        {
            scope.Report(Descriptors.MissingMember, scope.Class, scope.Class.Name, scope.KindName, "names of its states",
                "public IReadOnlyList<string> States");
        }
    }

    private static int AbiNumber(PluginScope scope, string name) =>
        scope.Compilation.GetTypeByMetadataName($"{TypeNames.RuntimeNamespace}.Abi")?.GetMembers(name).OfType<IFieldSymbol>()
            .FirstOrDefault()?.ConstantValue is int number ? number : 0;

    private static bool Reject(PluginScope scope, string why, string mend)
    {
        scope.Report(Descriptors.InvalidPluginClass, scope.Class, scope.Class.Name, why, mend);
        return false;
    }
}
