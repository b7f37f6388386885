using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Backtest.CodeFixes;

/// <summary>The location of a diagnostic.</summary>
/// <param name="Document">The file.</param>
/// <param name="Root">The syntax of the file.</param>
/// <param name="Model">The semantic model of the file.</param>
/// <param name="Node">The node the diagnostic underlines.</param>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="Cancellation">Cancels long operations.</param>
internal sealed record FixPlace(
    Document Document, SyntaxNode Root, SemanticModel Model, SyntaxNode Node, Diagnostic Diagnostic, CancellationToken Cancellation)
{
    /// <summary>Marks a fully qualified name for whose namespace a using directive is added.</summary>
    public static readonly SyntaxAnnotation Imported = new(nameof(Imported));

    /// <summary>Creates C# syntax nodes.</summary>
    public SyntaxGenerator Generator { get; } = SyntaxGenerator.GetGenerator(Document);

    /// <summary>The file with one node replaced by another.</summary>
    public Document Replace(SyntaxNode old, SyntaxNode @new) =>
        Document.WithSyntaxRoot(Root.ReplaceNode(old, @new.WithAdditionalAnnotations(Formatter.Annotation)));

    /// <summary>The file without a node.</summary>
    public Document Without(SyntaxNode node) => Document.WithSyntaxRoot(Root.RemoveNode(node, SyntaxRemoveOptions.KeepNoTrivia)!);

    /// <summary>A static member of a type.</summary>
    public static ExpressionSyntax Member(string type, string member) =>
        SyntaxFactory.ParseExpression($"global::{type}.{member}").WithAdditionalAnnotations(Imported, Simplifier.Annotation);
}
