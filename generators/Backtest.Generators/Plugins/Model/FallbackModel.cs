using Backtest.Generators.Model;

namespace Backtest.Generators.Plugins.Model;

/// <summary>The code generated for a class with errors: its partial properties, so that the compiler does not report each of them as well.</summary>
internal sealed record FallbackModel : SourceModel
{
    /// <summary>The namespace; empty for the global namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The declarations of the class and those that contain it, the outermost first.</summary>
    public required EquatableArray<string> Types { get; init; }

    public required EquatableArray<FallbackProperty> Properties { get; init; }
}

/// <summary>A partial property without a body.</summary>
/// <param name="Declaration">The modifiers, type and name, with the parameters of an indexer.</param>
/// <param name="Setter">The second accessor, <c>set</c> or <c>init</c>, with its modifiers; empty if there is none.</param>
internal sealed record FallbackProperty(string Declaration, string Setter);
