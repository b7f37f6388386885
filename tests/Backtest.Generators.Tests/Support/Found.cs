using Microsoft.CodeAnalysis;

namespace Backtest.Tests;

/// <summary>A diagnostic as tests compare it: its id, the source it underlines, and its message.</summary>
internal sealed record Found(string Id, string Text, string Message)
{
    public static Found Of(Diagnostic diagnostic, Compilation compilation)
    {
        SyntaxTree? tree = compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == diagnostic.Location.GetLineSpan().Path);
        string text = tree?.GetText().ToString(diagnostic.Location.SourceSpan) ?? "";
        return new Found(diagnostic.Id, text, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
