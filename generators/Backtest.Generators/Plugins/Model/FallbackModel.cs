using Backtest.Generators.Model;

namespace Backtest.Generators.Plugins.Model;

/// <summary>What is written for a class with errors: its partial properties, so that the compiler does not report each of them besides.</summary>
internal sealed record FallbackModel : SourceModel
{
    /// <summary>Empty for the global namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The declarations of the class and those around it, the outermost first.</summary>
    public required EquatableArray<string> Types { get; init; }

    public required EquatableArray<FallbackProperty> Properties { get; init; }
}

/// <summary>A partial property without a body.</summary>
/// <param name="Declaration">Its modifiers, type and name, with the parameters of an indexer.</param>
/// <param name="Setter">Its second accessor, <c>set</c> or <c>init</c>, with its modifiers; empty: it has none.</param>
internal sealed record FallbackProperty(string Declaration, string Setter);
