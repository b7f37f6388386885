using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Backtest.CodeFixes;

/// <summary>Where a diagnostic stands.</summary>
/// <param name="Document">The file.</param>
/// <param name="Root">The syntax of the file.</param>
/// <param name="Model">What it means.</param>
/// <param name="Node">The node the diagnostic underlines.</param>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="Cancellation">Asked for in long work.</param>
internal sealed record FixPlace(
    Document Document, SyntaxNode Root, SemanticModel Model, SyntaxNode Node, Diagnostic Diagnostic, CancellationToken Cancellation)
{
    /// <summary>Marks a name written in full, for whose namespace a using is added.</summary>
    public static readonly SyntaxAnnotation Imported = new(nameof(Imported));

    /// <summary>Writes nodes of C#.</summary>
    public SyntaxGenerator Generator { get; } = SyntaxGenerator.GetGenerator(Document);

    /// <summary>The file with one node in place of another.</summary>
    public Document Replace(SyntaxNode old, SyntaxNode @new) =>
        Document.WithSyntaxRoot(Root.ReplaceNode(old, @new.WithAdditionalAnnotations(Formatter.Annotation)));

    /// <summary>A static member of a type.</summary>
    public static ExpressionSyntax Member(string type, string member) =>
        SyntaxFactory.ParseExpression($"global::{type}.{member}").WithAdditionalAnnotations(Imported, Simplifier.Annotation);
}
