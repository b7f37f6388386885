using Backtest.Generators.Contracts;
using Backtest.Generators.Model;

namespace Backtest.Generators.Plugins.Model;

/// <summary>Everything that the source generated for one plugin class depends on.</summary>
internal sealed record PluginModel : SourceModel
{
    /// <summary>The kind, in kebab-case.</summary>
    public required string Kind { get; init; }

    /// <summary>The kind in words.</summary>
    public required string Words { get; init; }

    public required PluginForm Form { get; init; }

    public required string Id { get; init; }

    public required string Description { get; init; }

    /// <summary>The namespace; empty for the global namespace.</summary>
    public required string Namespace { get; init; }

    public required string Class { get; init; }

    /// <summary>The name of the variable for the author's instance.</summary>
    public required string Instance { get; init; }

    /// <summary>
    /// The prefix of names of the vocabulary in generated source: empty if a using directive covers it, otherwise a full namespace with its dot.
    /// </summary>
    public required string Vocabulary { get; init; }

    /// <summary>
    /// The prefix of names of the ABI in generated source: empty if a using directive covers it, otherwise a full namespace with its dot.
    /// </summary>
    public required string Runtime { get; init; }

    public required string RowField { get; init; }

    public required bool CallBeforeReady { get; init; }

    /// <summary>Whether closed trades are kept for it.</summary>
    public required bool ReadsTrades { get; init; }

    /// <summary>The period, in bars, of the average true range in which it expresses distances; 0 if it does not use one.</summary>
    public required int RangePeriod { get; init; }

    /// <summary>The base class of the factory.</summary>
    public required string FactoryBase { get; init; }

    /// <summary>The type the factory creates, as its own file names it.</summary>
    public required string Made { get; init; }

    /// <summary>The type of the connections from which the factory creates a node; empty if it creates none.</summary>
    public required string Connections { get; init; }

    /// <summary>The node; <see langword="null"/> if there is none.</summary>
    public NodeModel? Node { get; init; }

    public required EquatableArray<IndicatorModel> Indicators { get; init; }

    public required EquatableArray<HandlerModel> Handlers { get; init; }

    /// <summary>The container that a container plugin creates; <see langword="null"/> for other plugins.</summary>
    public ContainedModel? Contained { get; init; }

    public required RecordType Parameters { get; init; }

    public required ValidateForm Validate { get; init; }

    public required int AbiMajor { get; init; }

    public required int AbiMinor { get; init; }

    /// <summary>The name of the generated factory.</summary>
    public string FactoryClass => Contained is null ? $"{Class}Factory" : $"{Stem}PluginFactory";

    public string FullFactoryName => Namespace.Length == 0 ? FactoryClass : $"{Namespace}.{FactoryClass}";

    /// <summary>The name of a container plugin's class without the suffix Factory, which most of them already have.</summary>
    private string Stem => Class.EndsWith("Factory", StringComparison.Ordinal) ? Class.Substring(0, Class.Length - "Factory".Length) : Class;
}
