using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Backtest.CodeFixes;

/// <summary>A fix for one rule, offered where it applies; <c>Fix all</c> applies it everywhere.</summary>
public abstract class PluginCodeFix : CodeFixProvider
{
    private protected PluginCodeFix(string id) => FixableDiagnosticIds = [id];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            var place = new FixPlace(context.Document, root, model, node, diagnostic, context.CancellationToken);
            foreach ((string title, Func<Document> apply) in Offer(place))
                context.RegisterCodeFix(CodeAction.Create(title, cancellation => WithUsings(apply(), cancellation), title), diagnostic);
        }
    }

    private static Task<Document> WithUsings(Document document, CancellationToken cancellation) =>
        ImportAdder.AddImportsAsync(document, FixPlace.Imported, cancellationToken: cancellation);

    /// <summary>The fixes for one diagnostic: the title of each, and the changed document.</summary>
    private protected abstract IEnumerable<(string Title, Func<Document> Apply)> Offer(FixPlace place);
}
