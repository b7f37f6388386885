using Backtest.Generators.Diagnostics;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Reads the author's <c>Validate</c> method.</summary>
internal static class ValidateParser
{
    private const string Mend = "write 'public void Validate(IParameterErrors errors)', with an optional BindingContext after it";

    /// <summary>The parameters of <c>Validate</c>; <see cref="ValidateForm.None"/> if there is no such method.</summary>
    public static ValidateForm Parse(PluginScope scope)
    {
        IMethodSymbol[] methods = [.. scope.Class.AllMembers<IMethodSymbol>().Where(method => method.Name == "Validate")];
        if (methods.Length == 0)
            return ValidateForm.None;
        IMethodSymbol method = methods[methods.Length - 1];
        if (methods.Length > 1)
            return Reject(scope, method, "there is another 'Validate'");
        if (method.IsStatic || method.IsGenericMethod || !method.ReturnsVoid || !scope.CanFactoryUse(method))
            return Reject(scope, method, "it must be a public instance method that returns nothing");
        if (method.Parameters.Length == 0 || !method.Parameters[0].Type.Is("Backtest.IParameterErrors"))
            return Reject(scope, method, "its first parameter must be IParameterErrors");
        return method.Parameters.Length switch
        {
            1 => ValidateForm.Errors,
            2 when method.Parameters[1].Type.Is("Backtest.BindingContext") => ValidateForm.ErrorsAndContext,
            _ => Reject(scope, method, "it takes more than the errors and the context"),
        };
    }

    private static ValidateForm Reject(PluginScope scope, IMethodSymbol method, string why)
    {
        scope.Report(Descriptors.WrongSignature, method, $"{scope.Class.Name}.{method.Name}", why, Mend);
        return ValidateForm.None;
    }
}
