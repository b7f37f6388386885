using System.Collections.Immutable;
using Backtest.Analyzers.Plugins;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Backtest.Analyzers;

/// <summary>Reports static members that can change: they would be shared by runs, containers and instruments of one process.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MutableStaticAnalyzer : PluginAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "BT0103";

    private static readonly DiagnosticDescriptor Rule = Rules.Error(
        Id, Rules.Isolation, "Mutable static member",
        "'{0}' is shared by every run, container and instrument of the process, and {1}; {2}");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, PluginTypes plugins)
    {
        context.RegisterSymbolAction(ExamineType, SymbolKind.NamedType);
        context.RegisterOperationAction(
            ExamineWrite,
            OperationKind.SimpleAssignment, OperationKind.CompoundAssignment, OperationKind.Increment, OperationKind.Decrement);
    }

    private static void ExamineType(SymbolAnalysisContext context)
    {
        foreach (ISymbol member in ((INamedTypeSymbol)context.Symbol).GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: true, IsConst: false } field)
                Examine(context, field, field.AssociatedSymbol ?? field);
            else if (member is IEventSymbol { IsStatic: true, AddMethod.IsImplicitlyDeclared: true })
                Report(context, member, "every subscriber changes it", "call the subscribers directly");
        }
    }

    private static void Examine(SymbolAnalysisContext context, IFieldSymbol field, ISymbol member)
    {
        if (member.IsImplicitlyDeclared)
            return;
        if (!field.IsReadOnly)
        {
            Report(context, member, "can be assigned", field.AssociatedSymbol is null
                ? "make it readonly, or an instance field"
                : "make it get-only, or an instance property");
        }
        else if (SharedState.IsIn(field.Type, context.Compilation.Assembly))
        {
            Report(context, member, $"{field.Type.Name} can change",
                "make it an instance field, an immutable or frozen collection, or a record without setters");
        }
    }

    private static void ExamineWrite(OperationAnalysisContext context)
    {
        IOperation target = context.Operation is IAssignmentOperation assignment
            ? assignment.Target
            : ((IIncrementOrDecrementOperation)context.Operation).Target;
        bool isConstructing = context.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.StaticConstructor };
        if (isConstructing || target is not IArrayElementReferenceOperation { ArrayReference: IMemberReferenceOperation array })
            return;
        if (array.Member.IsStatic)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, target.Syntax.GetLocation(), array.Member.Name,
                "an element of it is written here", "write into an array of the instance"));
        }
    }

    private static void Report(SymbolAnalysisContext context, ISymbol member, string why, string mend) =>
        context.ReportDiagnostic(Diagnostic.Create(Rule, member.Locations[0], member.Name, why, mend));
}
