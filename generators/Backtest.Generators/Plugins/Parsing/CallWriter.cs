using Backtest.Generators.Contracts;
using Backtest.Generators.Model;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Generates the parameters of a node's methods, and the arguments that each passes to the author's method.</summary>
internal sealed class CallWriter(PluginScope scope, NodeContract node)
{
    /// <summary>The parameters of a node's method.</summary>
    public string Parameters(IMethodSymbol method) => string.Join(", ", method.Parameters.Select(parameter =>
        $"{(IsIn(parameter) ? "in " : "")}{scope.Names.Of(parameter.Type)} {parameter.Name}"));

    /// <summary>The arguments with which the node's method calls the author's method.</summary>
    public string Arguments(ContractHandler handler, IMethodSymbol method) => string.Join(", ", method.Parameters.Select((parameter, i) =>
    {
        string argument = i > 0 ? node.Source(handler, parameter.Type)!.Text
            : handler.IsRow ? Bar(node.Bars!.Name, handler)
            : handler.Method.Parameters[0].Name;
        return IsIn(parameter) && !(i == 0 && handler.IsRow) ? $"in {argument}" : argument;
    }));

    /// <summary>How the author's method handles the rows of a chunk.</summary>
    public RowModel Rows(ContractHandler handler, IMethodSymbol method)
    {
        var locals = new List<string> { Local(node.Bars!) };
        locals.AddRange(node.Rowed.Select(Local));
        var arguments = new List<string> { Bar(Words.CamelCase(node.Bars!.Name), handler) };
        foreach (IParameterSymbol parameter in method.Parameters.Skip(1))
        {
            HandedValue source = node.Source(handler, parameter.Type)!;
            bool isLocal = !parameter.Type.IsValueType || source.IsReference; // a copy of a value would become outdated inside the loop
            if (isLocal && source.IsReference)
                locals.Add($"ref readonly {scope.Names.Of(parameter.Type)} {source.Name} = ref {source.Text};");
            else if (isLocal && node.Rowed.All(property => property.Name != source.Text))
                locals.Add($"{scope.Names.Of(parameter.Type)} {source.Name} = {source.Text};");
            string argument = isLocal ? source.Name : source.Text;
            arguments.Add(IsIn(parameter) && (source.IsReference || !isLocal) ? $"in {argument}" : argument);
        }

        return new RowModel(
            handler.Method.Name, node.Loop?.Name ?? "", node.IsGated,
            new EquatableArray<string>(node.Rowed.Select(property => property.Name)),
            new EquatableArray<string>(locals),
            new EquatableArray<string>(node.Rowed.Select(property => Words.CamelCase(property.Name))),
            string.Join(", ", arguments));
    }

    /// <summary>Whether a parameter is passed by reference.</summary>
    public static bool IsIn(IParameterSymbol parameter) => parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter;

    private string Local(IPropertySymbol property) => $"{scope.Names.Of(property.Type)} {Words.CamelCase(property.Name)} = {property.Name};";

    private string Bar(string bars, ContractHandler handler) => $"new {scope.Names.Of(handler.Parameter)}({bars}, row)";
}
