using Backtest.Generators.Contracts;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Indicators.Parsing;
using Backtest.Generators.Model;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Reads one plugin class.</summary>
internal static class PluginParser
{
    /// <summary>Whether, judging by syntax alone, a node may be a plugin class.</summary>
    public static bool MayBePlugin(SyntaxNode node) => node is TypeDeclarationSyntax { AttributeLists.Count: > 0 };

    /// <summary>Reads a class that has an attribute with a contract; <see langword="null"/> if it has none.</summary>
    public static PluginResult? Parse(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        if (context.SemanticModel.GetDeclaredSymbol(context.Node, cancellation) is not INamedTypeSymbol @class)
            return null;
        (AttributeData Attribute, PluginContract Contract)[] marks = [.. PluginContract.On(@class)];
        if (marks.Length == 0 || !StandsOn(context.Node, marks[0].Attribute))
            return null; // if a class has several parts, the part with the attribute is read
        AttributeData attribute = marks[0].Attribute;
        var scope = new PluginScope(context.SemanticModel.Compilation, @class, marks[0].Contract);
        string id = attribute.ConstructorArguments is [{ Value: string text }, ..] ? text : "";
        SourceModel? source = null;
        if (ClassRules.CanBeWritten(scope, (TypeDeclarationSyntax)context.Node, marks.Skip(1).Select(mark => mark.Contract)))
            source = Read(scope, attribute, id, cancellation);
        if (source is null || scope.Diagnostics.Count > 0)
            source = FallbackParser.Parse(@class, cancellation);
        return new PluginResult(
            source, new PluginIdentity(id, @class.Name, SourceSpan.Of(@class)), new EquatableArray<DiagnosticInfo>(scope.Diagnostics));
    }

    private static bool StandsOn(SyntaxNode node, AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } place && place.SyntaxTree == node.SyntaxTree
        && place.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>() == node;

    private static SourceModel? Read(PluginScope scope, AttributeData attribute, string id, CancellationToken cancellation)
    {
        ClassRules.RequireKebabCase(scope, id);
        return scope.Form switch
        {
            PluginForm.Indicator => IndicatorPluginParser.Parse(scope, attribute, id, cancellation),
            PluginForm.Container => ReadContainer(scope, attribute, id, cancellation),
            PluginForm.Instance => ReadInstance(scope, attribute, id, cancellation),
            _ => ReadNode(scope, scope.Node!, attribute, id, cancellation),
        };
    }

    private static PluginModel ReadNode(
        PluginScope scope, NodeContract node, AttributeData attribute, string id, CancellationToken cancellation)
    {
        var handlers = new HandlerParser(scope, node);
        EquatableArray<HandlerModel> read = handlers.Parse();
        cancellation.ThrowIfCancellationRequested();
        var nodes = new NodeParser(scope, node);
        nodes.RequireProvided();
        EquatableArray<IndicatorModel> indicators = ReadIndicators(scope, cancellation);
        PluginModel model = Model(scope, attribute, id, read, indicators);
        return scope.Diagnostics.Count > 0
            ? model
            : model with { Node = nodes.Parse(handlers.Rows(), model) };
    }

    private static PluginModel? ReadContainer(PluginScope scope, AttributeData attribute, string id, CancellationToken cancellation)
    {
        if (ContainedParser.ContainerOf(scope) is not { } container)
            return null;
        ReadIndicators(scope, cancellation);
        var contained = new ContainedParser(scope, container, cancellation);
        return contained.IsWired
            ? Model(scope, attribute, id, contained.Handlers, EquatableArray<IndicatorModel>.Empty) with { Contained = contained.Model }
            : null; // errors of the flow are reported with its wiring
    }

    private static PluginModel ReadInstance(PluginScope scope, AttributeData attribute, string id, CancellationToken cancellation)
    {
        INamedTypeSymbol contract = scope.Contract.Type;
        if (!scope.Converts(scope.Class, contract))
        {
            scope.Report(Descriptors.MissingMember, scope.Class, scope.Class.Name, scope.AnyKind, $"'{contract.Name}' among its base types",
                $": {contract.Name}");
        }

        return Model(scope, attribute, id, EquatableArray<HandlerModel>.Empty, ReadIndicators(scope, cancellation));
    }

    private static EquatableArray<IndicatorModel> ReadIndicators(PluginScope scope, CancellationToken cancellation)
    {
        var indicators = new EquatableArray<IndicatorModel>(new IndicatorParser(scope).Parse().Concat(new BarsParser(scope).Parse()));
        cancellation.ThrowIfCancellationRequested();
        return indicators;
    }

    private static PluginModel Model(
        PluginScope scope, AttributeData attribute, string id, EquatableArray<HandlerModel> handlers, EquatableArray<IndicatorModel> indicators)
    {
        RecordType parameters = new ParameterParser(scope).Parse();
        return new PluginModel
        {
            HintName = HintNames.Of(scope.Class),
            Kind = scope.Contract.Kind,
            Words = scope.Contract.Words,
            Form = scope.Form,
            Id = id,
            Description = attribute.Argument("Description", ""),
            Namespace = scope.Class.ContainingNamespace.IsGlobalNamespace ? "" : scope.Class.ContainingNamespace.FullName(),
            Class = scope.Class.Name,
            Instance = InstanceNames.Of(scope),
            Vocabulary = scope.Names.VocabularyPrefix,
            Runtime = scope.Names.RuntimePrefix,
            RowField = scope.TakeName("_row"),
            CallBeforeReady = attribute.Argument("CallBeforeReady", false),
            RangePeriod = attribute.Argument("RangePeriod", 0),
            ReadsTrades = attribute.Argument("ReadsTrades", false),
            FactoryBase = scope.FactoryNames.Of(scope.Contract.Factory),
            Made = scope.FactoryNames.Of(scope.Contract.Type),
            Connections = scope.Factory.Connections is { } connections ? scope.FactoryNames.Of(connections) : "",
            Indicators = indicators,
            Handlers = handlers,
            Parameters = parameters,
            Validate = ValidateParser.Parse(scope),
            AbiMajor = scope.AbiNumber("Major"),
            AbiMinor = scope.AbiNumber("Minor"),
        };
    }
}
