using Backtest.Generators.Containers.Parsing;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Model;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Reads one plugin class.</summary>
internal static class PluginParser
{
    private const int UniverseScope = 1; // StrategyScope.Universe

    /// <summary>Reads the class an attribute of a kind stands on.</summary>
    public static PluginResult Parse(GeneratorAttributeSyntaxContext context, PluginKind kind, CancellationToken cancellation)
    {
        var @class = (INamedTypeSymbol)context.TargetSymbol;
        AttributeData attribute = context.Attributes[0];
        string id = attribute.ConstructorArguments is [{ Value: string text }] ? text : "";
        var identity = new PluginIdentity(id, @class.Name, SourceSpan.Of(@class));
        bool isUniverse = kind == PluginKind.Strategy && attribute.Argument("Scope", 0) == UniverseScope;
        var scope = new PluginScope(context.SemanticModel.Compilation, @class, kind, isUniverse);
        bool canBeWritten = ClassRules.CanBeWritten(scope, (TypeDeclarationSyntax)context.TargetNode);
        PluginModel? model = !canBeWritten ? null : kind switch
        {
            PluginKind.Container => ReadContainer(scope, attribute, id, cancellation),
            PluginKind.BarSource => ReadBarSource(scope, attribute, id),
            _ => Read(scope, attribute, id, cancellation),
        };
        return new PluginResult(model, identity, new EquatableArray<DiagnosticInfo>(scope.Diagnostics));
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
        ClassRules.RequireKebabCase(scope, id);
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
            AbiMajor = scope.AbiNumber("Major"),
            AbiMinor = scope.AbiNumber("Minor"),
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
}
