using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Backtest.Tests;

/// <summary>A source file as in an editor, with the fixes offered for the first diagnostic of an analyzer.</summary>
internal sealed class Fixing
{
    private readonly Document _document;
    private readonly List<CodeAction> _offered;

    private Fixing(Document document, List<CodeAction> offered) => (_document, _offered) = (document, offered);

    /// <summary>The titles of the fixes.</summary>
    public IReadOnlyList<string> Titles => [.. _offered.Select(action => action.Title)];

    /// <summary>Opens a source, analyzes it, and requests fixes.</summary>
    public static async Task<Fixing> Of<TAnalyzer, TFix>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        Compilation like = GeneratorRun.On().Output;
        var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject("Plugins", LanguageNames.CSharp)
            .WithMetadataReferences(like.References)
            .WithCompilationOptions(like.Options)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.CSharp14));
        Document document = project.AddDocument("Sample.cs", source);
        Compilation compilation = (await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        Diagnostic diagnostic = (await Analysis.Run<TAnalyzer>(compilation))[0];
        List<CodeAction> offered = [];
        await new TFix().RegisterCodeFixesAsync(new CodeFixContext(
            document, diagnostic, (action, _) => offered.Add(action), TestContext.Current.CancellationToken));
        return new Fixing(document, offered);
    }

    /// <summary>The source after the fix with this title; by default the only one.</summary>
    public async Task<string> Apply(string? title = null)
    {
        CodeAction action = title is null ? Assert.Single(_offered) : Assert.Single(_offered, offered => offered.Title == title);
        var change = (ApplyChangesOperation)Assert.Single(await action.GetOperationsAsync(TestContext.Current.CancellationToken));
        Document changed = change.ChangedSolution.GetDocument(_document.Id)!;
        return (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }
}
