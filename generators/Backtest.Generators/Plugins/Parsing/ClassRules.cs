using System.Text.RegularExpressions;
using Backtest.Generators.Contracts;
using Backtest.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Rules that every plugin class must satisfy.</summary>
internal static class ClassRules
{
    private static readonly Regex KebabCase = new("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant);

    /// <summary>Whether source can be generated for the class; reports the reason if it cannot.</summary>
    public static bool CanBeWritten(PluginScope scope, TypeDeclarationSyntax declaration, IEnumerable<PluginContract> others)
    {
        INamedTypeSymbol type = scope.Class;
        if (others.FirstOrDefault() is { } other)
            return Reject(scope, $"it is both {scope.AnyKind} and {other.AnyWords}", "keep one of the attributes");
        if (type.IsRecord)
            return Reject(scope, "it is a record", "make it a class");
        if (type.ContainingType is not null || type.IsGenericType || type.IsFileLocal)
            return Reject(scope, "it is nested, generic or local to its file", "move it directly into its namespace, without type parameters");
        if (type.IsAbstract || type.IsStatic)
            return Reject(scope, "it is abstract or static", "make it a sealed class");
        if (!HasContract(scope))
            return false;
        if (scope.Form != PluginForm.Indicator
            && !type.InstanceConstructors.Any(constructor => constructor.Parameters.Length == 0 && scope.CanFactoryUse(constructor)))
        {
            return Reject(scope, "it has no public parameterless constructor", "take what it needs as a [Parameter] or in OnStart");
        }

        if (scope.Form == PluginForm.Instance || declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            return true; // nothing is generated into a class whose instance the host calls itself
        string written = scope.Form switch
        {
            PluginForm.Container => "its wiring and node",
            PluginForm.Indicator => "its loop over columns",
            _ => "its node and factory",
        };
        scope.Report(Descriptors.MissingPartial, type, type.Name, written, "the class");
        return false;
    }

    /// <summary>Reports an id that is not kebab-case.</summary>
    public static void RequireKebabCase(PluginScope scope, string id)
    {
        if (!KebabCase.IsMatch(id))
            Reject(scope, $"its id '{id}' is not kebab-case", "use lowercase letters, digits and single hyphens, such as 'sma-cross'");
    }

    /// <summary>Reports why the class cannot be a plugin.</summary>
    /// <returns><see langword="false"/>.</returns>
    public static bool Reject(PluginScope scope, string why, string mend)
    {
        scope.Report(Descriptors.InvalidPluginClass, scope.Class, scope.Class.Name, why, mend);
        return false;
    }

    /// <summary>Whether the contract of the kind can be read; reports the reason if it cannot. Such a class is not tried as another kind.</summary>
    private static bool HasContract(PluginScope scope)
    {
        PluginContract contract = scope.Contract;
        string? why = !KebabCase.IsMatch(contract.Kind)
            ? $"'{contract.Kind}' is not kebab-case"
            : scope.Form == PluginForm.None
            ? $"{contract.Factory.Name} has no 'Create' that creates {Text.Words.Any(contract.Type.Name)} from parameters and a context, "
                + "and from the connections its constructor takes"
            : scope.Node?.Problem;
        if (why is null)
            return true;
        scope.Report(Descriptors.InvalidContract, scope.Class, scope.Class.Name, contract.AnyWords, contract.Attribute.Name, why);
        return false;
    }
}
