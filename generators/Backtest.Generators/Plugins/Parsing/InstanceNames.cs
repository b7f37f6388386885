using Backtest.Generators.Contracts;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Names the variable for the author's instance, such as <c>manager</c> for a risk manager.</summary>
internal static class InstanceNames
{
    private const string Otherwise = "plugin";

    // Names of variables in the templates.
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "before", "bound", "connections", "context", "defaults", "errors", "fields", "from", "parameters", "reader", "row", "to", "value",
    };

    public static string Of(PluginScope scope)
    {
        if (scope.Form == PluginForm.Container)
            return "factory"; // the author's class creates the container
        string word = scope.Contract.Kind.Substring(scope.Contract.Kind.LastIndexOf('-') + 1);
        bool isTaken = Taken.Contains(word) || SyntaxFacts.GetKeywordKind(word) != SyntaxKind.None
            || scope.Contract.Type.AllMembers<IPropertySymbol>().Any(property => Words.CamelCase(property.Name) == word)
            || scope.Contract.Type.AllMembers<IMethodSymbol>().Any(method => method.Parameters.Any(parameter => parameter.Name == word));
        return isTaken ? Otherwise : word;
    }
}
