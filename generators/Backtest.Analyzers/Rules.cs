using Microsoft.CodeAnalysis;

namespace Backtest.Analyzers;

/// <summary>Creates the rules. Each has a section in docs/diagnostics.md.</summary>
internal static class Rules
{
    /// <summary>Code that makes two runs of one configuration differ.</summary>
    public const string Determinism = "Backtest.Determinism";

    /// <summary>Code that reaches beyond a plugin's own container.</summary>
    public const string Isolation = "Backtest.Isolation";

    /// <summary>Code that is well formed but could be better.</summary>
    public const string Advice = "Backtest.Advice";

    /// <summary>A rule that is certainly broken where it is reported.</summary>
    public static DiagnosticDescriptor Error(string id, string category, string title, string message) =>
        Create(id, category, title, message, DiagnosticSeverity.Error);

    /// <summary>A rule that may be broken, or that is only advice.</summary>
    public static DiagnosticDescriptor Warning(string id, string category, string title, string message) =>
        Create(id, category, title, message, DiagnosticSeverity.Warning);

    /// <summary>A rule that is shown in editors but not in builds.</summary>
    public static DiagnosticDescriptor Suggestion(string id, string category, string title, string message) =>
        Create(id, category, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(
        string id, string category, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, category, severity, isEnabledByDefault: true,
            helpLinkUri: $"docs/diagnostics.md#{id.ToLowerInvariant()}");
}
