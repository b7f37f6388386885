using Backtest.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Diagnostics;

/// <summary>A diagnostic with value equality.</summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, SourceSpan? Place, EquatableArray<string> Arguments)
{
    public static DiagnosticInfo Of(DiagnosticDescriptor descriptor, SourceSpan? place, params string[] arguments) =>
        new(descriptor, place, new EquatableArray<string>(arguments));

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Descriptor, Place?.ToLocation() ?? Location.None, [.. Arguments]);
}
