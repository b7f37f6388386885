using System.Globalization;
using System.Xml.Linq;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Indicators.Model;
using Backtest.Generators.Model;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Plugins.Parsing;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backtest.Generators.Indicators.Parsing;

/// <summary>Reads the parameters of an indicator's constructor: numbers, Booleans and enums.</summary>
internal sealed class ArgumentParser
{
    private readonly PluginScope _scope;
    private readonly XElement? _comment;

    public ArgumentParser(PluginScope scope, IMethodSymbol constructor, CancellationToken cancellation)
    {
        _scope = scope;
        _comment = Comment(constructor, cancellation);
        (ParameterModel, ArgumentModel)[] read = [.. constructor.Parameters.Select(Read).OfType<(ParameterModel, ArgumentModel)>()];
        Parameters = new(read.Select(pair => pair.Item1));
        Arguments = new(read.Select(pair => pair.Item2));
    }

    /// <summary>The parameters, as in the schema.</summary>
    public EquatableArray<ParameterModel> Parameters { get; }

    /// <summary>The parameters, as read by the factory.</summary>
    public EquatableArray<ArgumentModel> Arguments { get; }

    private (ParameterModel, ArgumentModel)? Read(IParameterSymbol parameter)
    {
        string key = Words.SnakeCase(parameter.Name);
        string place = parameter.Ordinal.ToString(CultureInfo.InvariantCulture);
        string name = SymbolDisplay.FormatLiteral(key, quote: true);
        string fallback = Fallback(parameter) is { } number ? $", {number.ToString("R", CultureInfo.InvariantCulture)}" : "";
        string variable = SyntaxFacts.GetKeywordKind(parameter.Name) == SyntaxKind.None ? parameter.Name : $"@{parameter.Name}";
        string type = _scope.FactoryNames.Of(parameter.Type);
        (ParameterType Type, string Reading, string Number)? form = parameter.Type switch
        {
            { SpecialType: SpecialType.System_Int32 } =>
                (new NumberType("Int32", IsWhole: true, Bounds.None), $"Whole({place}, {name}{fallback})", variable),
            { SpecialType: SpecialType.System_Double } =>
                (new NumberType("Double", IsWhole: false, Bounds.None), $"Number({place}, {name}{fallback})", variable),
            { SpecialType: SpecialType.System_Boolean } =>
                (new BooleanType(), $"Number({place}, {name}{fallback}) != 0", $"{variable} ? 1 : 0"),
            INamedTypeSymbol { TypeKind: TypeKind.Enum } words =>
                (EnumOf(words), $"Whole({place}, {name}{fallback})", $"(double){variable}"),
            _ => null,
        };
        if (form is not var (kind, reading, key1))
        {
            _scope.Report(Descriptors.InvalidParameter, parameter, parameter.Name, $"a number cannot be converted to {parameter.Type.ToDisplayString()}",
                "let the constructor take int, double, bool or an enum");
            return null;
        }

        string cast = kind is EnumType ? $"({type})arguments." : "arguments.";
        return (
            new ParameterModel(parameter.Name, key, kind, !parameter.HasExplicitDefaultValue, Json(parameter), Description(parameter)),
            new ArgumentModel(variable, $"{type} {variable} = {cast}{reading};", key1));
    }

    private EnumType EnumOf(INamedTypeSymbol type) => new(_scope.FactoryNames.Of(type), type.Name, new EquatableArray<EnumWord>(
        type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue)
            .Select(field => new EnumWord(Words.SnakeCase(field.Name), field.Name))));

    private static double? Fallback(IParameterSymbol parameter) => !parameter.HasExplicitDefaultValue ? null
        : parameter.ExplicitDefaultValue is bool isTrue ? (isTrue ? 1 : 0)
        : parameter.ExplicitDefaultValue is IConvertible number and not string ? number.ToDouble(CultureInfo.InvariantCulture)
        : null;

    private static string? Json(IParameterSymbol parameter) => !parameter.HasExplicitDefaultValue ? null
        : parameter.ExplicitDefaultValue is bool isTrue ? (isTrue ? "true" : "false")
        : parameter.Type.TypeKind == TypeKind.Enum
            ? parameter.Type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, parameter.ExplicitDefaultValue))
                is { } member ? JsonWriter.Quote(Words.SnakeCase(member.Name)) : null
        : Fallback(parameter)?.ToString("R", CultureInfo.InvariantCulture);

    private string Description(IParameterSymbol parameter)
    {
        XElement? text = _comment?.Elements("param").FirstOrDefault(element => (string?)element.Attribute("name") == parameter.Name);
        return text is null ? "" : string.Join(" ", text.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static XElement? Comment(IMethodSymbol constructor, CancellationToken cancellation)
    {
        string? xml = constructor.GetDocumentationCommentXml(cancellationToken: cancellation);
        try
        {
            return string.IsNullOrEmpty(xml) ? null : XElement.Parse(xml);
        }
        catch (System.Xml.XmlException)
        {
            return null; // the compiler warns of a comment that is not valid XML
        }
    }
}
