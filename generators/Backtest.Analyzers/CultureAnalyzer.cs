using System.Collections.Immutable;
using Backtest.Analyzers.Culture;
using Backtest.Analyzers.Plugins;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Backtest.Analyzers;

/// <summary>Reports text that is written, read or ordered by the culture of the machine.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CultureAnalyzer : PluginAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "BT0111";

    private static readonly DiagnosticDescriptor Rule = Rules.Warning(
        Id, Rules.Determinism, "Text that depends on the culture",
        "{0} in the culture of the machine, so results may differ on another machine; {1}");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, PluginTypes plugins)
    {
        context.RegisterOperationAction(ExamineCall, OperationKind.Invocation);
        context.RegisterOperationAction(ExamineCreation, OperationKind.ObjectCreation);
        context.RegisterOperationAction(ExamineInterpolation, OperationKind.InterpolatedString);
        context.RegisterOperationAction(ExamineSum, OperationKind.Binary, OperationKind.CompoundAssignment);
        context.RegisterOperationAction(ExamineCulture, OperationKind.PropertyReference);
    }

    private static void ExamineCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (CultureCalls.MendOf(call) is not { } mend)
            return;
        SyntaxNode place = call.Syntax is InvocationExpressionSyntax { Expression: var method } ? method : call.Syntax;
        Report(context, place.GetLocation(), $"'{call.TargetMethod.Name}' works", mend);
    }

    private static void ExamineCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (CultureCalls.OrdersTexts(creation))
            Report(context, creation.Syntax.GetLocation(), $"'{creation.Type!.Name}' sorts its strings", CultureMend.Comparer);
    }

    private static void ExamineInterpolation(OperationAnalysisContext context)
    {
        var text = (IInterpolatedStringOperation)context.Operation;
        bool isString = text.Parent is not IInterpolatedStringHandlerCreationOperation;
        if (text.Parent is IConversionOperation { Type.SpecialType: not (SpecialType.System_String or SpecialType.System_Object) }
            || (!isString && HasProvider(text.Parent!)))
        {
            return;
        }

        if (text.Parts.Any(Varies))
        {
            Report(context, text.Syntax.GetLocation(), "The interpolated string writes its numbers and times",
                isString ? CultureMend.Interpolation : CultureMend.None);
        }
    }

    private static void ExamineSum(OperationAnalysisContext context)
    {
        bool isVarying = context.Operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum
                => VaryingText.Is(sum.LeftOperand) || VaryingText.Is(sum.RightOperand),
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum
                => VaryingText.Is(sum.Value),
            _ => false,
        };
        if (isVarying)
            Report(context, context.Operation.Syntax.GetLocation(), "String concatenation writes the number or time", CultureMend.None);
    }

    private static void ExamineCulture(OperationAnalysisContext context)
    {
        IPropertySymbol property = ((IPropertyReferenceOperation)context.Operation).Property;
        bool isOfMachine = property.Name switch
        {
            "CurrentCulture" or "CurrentUICulture" or "InstalledUICulture" => property.ContainingType.Is("System.Globalization.CultureInfo")
                || property.ContainingType.Is("System.StringComparer"),
            "CurrentInfo" => property.ContainingType.ContainingNamespace.FullName() == "System.Globalization",
            "CurrentCultureIgnoreCase" => property.ContainingType.Is("System.StringComparer"),
            _ => false,
        };
        if (isOfMachine && context.Operation.Parent is not INameOfOperation)
            Report(context, context.Operation.Syntax.GetLocation(), $"'{property.Name}' works", CultureMend.None);
    }

    private static bool HasProvider(IOperation handler) =>
        handler is { Parent: IArgumentOperation { Parent: IInvocationOperation call } } && CultureCalls.TakesProvider(call);

    private static bool Varies(IInterpolatedStringContentOperation part) => part switch
    {
        IInterpolationOperation hole => VaryingText.Is(VaryingText.Unwrap(hole.Expression).Type, TextOf(hole.FormatString)),
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [var value, ..] arguments } }
            => VaryingText.Is(VaryingText.Unwrap(value.Value).Type, TextOf(FormatOf(arguments))),
        _ => false,
    };

    private static IOperation? FormatOf(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == "format")?.Value;

    private static string? TextOf(IOperation? format) => format is { ConstantValue: { HasValue: true, Value: string text } } ? text : null;

    private static void Report(OperationAnalysisContext context, Location place, string what, string mend) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Rule, place, ImmutableDictionary<string, string?>.Empty.Add(CultureMend.Key, mend), what, WordsOf(mend)));

    private static string WordsOf(string mend) => mend switch
    {
        CultureMend.Interpolation => "write it as string.Create(CultureInfo.InvariantCulture, $\"…\")",
        CultureMend.Case => "use the Invariant method",
        CultureMend.Comparison => "pass StringComparison.Ordinal",
        CultureMend.CompareOrdinal => "use string.CompareOrdinal",
        CultureMend.Comparer => "pass StringComparer.Ordinal",
        _ => "use CultureInfo.InvariantCulture",
    };
}
