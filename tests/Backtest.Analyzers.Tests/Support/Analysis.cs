using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Backtest.Tests;

/// <summary>What an analyzer reports for source files, after the generators have run.</summary>
internal static class Analysis
{
    /// <summary>The usings above each source.</summary>
    public const string Usings = """
        using System.Diagnostics;
        using System.Globalization;
        using System.IO;
        using System.Linq;
        using System.Numerics;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;


        """;

    /// <summary>What the analyzer reports, in the order of the source.</summary>
    public static async Task<IReadOnlyList<Found>> Of<TAnalyzer>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        Compilation compilation = GeneratorRun.On(Usings + source).Output;
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return [.. (await Run<TAnalyzer>(compilation)).Select(diagnostic => Found.Of(diagnostic, compilation))];
    }

    /// <summary>The source text that the analyzer underlines, in order.</summary>
    public static async Task<IReadOnlyList<string>> Underlined<TAnalyzer>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new() => [.. (await Of<TAnalyzer>(source)).Select(found => found.Text)];

    /// <summary>What the analyzer reports for a compilation, in the order of the source.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Run<TAnalyzer>(Compilation compilation)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var analyzer = new TAnalyzer();
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers([analyzer])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.All(found, diagnostic => Assert.Contains(diagnostic.Id, analyzer.SupportedDiagnostics.Select(rule => rule.Id)));
        // Analyzers run concurrently, so the order of their diagnostics is arbitrary.
        return [.. found.OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }
}
