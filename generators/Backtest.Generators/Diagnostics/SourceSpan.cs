using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Backtest.Generators.Diagnostics;

/// <summary>A location in a source file that, unlike a <see cref="Location"/>, has no reference to a syntax tree and has value equality.</summary>
internal sealed record SourceSpan(string File, TextSpan Text, LinePositionSpan Lines)
{
    public static SourceSpan? Of(Location? location) =>
        location is { SourceTree: { } tree } ? new SourceSpan(tree.FilePath, location.SourceSpan, location.GetLineSpan().Span) : null;

    public static SourceSpan? Of(ISymbol symbol) => Of(symbol.Locations.FirstOrDefault(location => location.IsInSource));

    public Location ToLocation() => Location.Create(File, Text, Lines);
}
