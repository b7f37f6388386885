using Backtest.Generators.Contracts;
using Backtest.Generators.Model;

namespace Backtest.Generators.Plugins.Model;

/// <summary>All that the source written for one plugin class depends on.</summary>
internal sealed record PluginModel : SourceModel
{
    /// <summary>The kind, kebab-case.</summary>
    public required string Kind { get; init; }

    /// <summary>The kind in words.</summary>
    public required string Words { get; init; }

    public required PluginForm Form { get; init; }

    public required string Id { get; init; }

    public required string Description { get; init; }

    /// <summary>Empty for the global namespace.</summary>
    public required string Namespace { get; init; }

    public required string Class { get; init; }

    /// <summary>The variable that holds the author's instance.</summary>
    public required string Instance { get; init; }

    /// <summary>How generated source names the vocabulary: empty where a using does, else a full namespace with its dot.</summary>
    public required string Vocabulary { get; init; }

    /// <summary>How generated source names the ABI: empty where a using does, else a full namespace with its dot.</summary>
    public required string Runtime { get; init; }

    public required string RowField { get; init; }

    public required bool CallBeforeReady { get; init; }

    /// <summary>Whether trades that ended are to be kept for it.</summary>
    public required bool ReadsTrades { get; init; }

    /// <summary>How many bars the average true range is of in which it gives distances; 0: none.</summary>
    public required int RangePeriod { get; init; }

    /// <summary>The base class of the factory.</summary>
    public required string FactoryBase { get; init; }

    /// <summary>What the factory makes, and of what, as its own file names them.</summary>
    public required string Made { get; init; }

    /// <summary>What the factory makes a node of; empty: it makes none.</summary>
    public required string Connections { get; init; }

    /// <summary>The node; <see langword="null"/>: there is none.</summary>
    public NodeModel? Node { get; init; }

    public required EquatableArray<IndicatorModel> Indicators { get; init; }

    public required EquatableArray<HandlerModel> Handlers { get; init; }

    /// <summary>What a container plugin makes; <see langword="null"/>: it is none.</summary>
    public ContainedModel? Contained { get; init; }

    public required RecordType Parameters { get; init; }

    public required ValidateForm Validate { get; init; }

    public required int AbiMajor { get; init; }

    public required int AbiMinor { get; init; }

    /// <summary>The generated factory.</summary>
    public string FactoryClass => Contained is null ? $"{Class}Factory" : $"{Stem}PluginFactory";

    public string FullFactoryName => Namespace.Length == 0 ? FactoryClass : $"{Namespace}.{FactoryClass}";

    /// <summary>The name of a container plugin's class, which mostly is called a factory already, without that word.</summary>
    private string Stem => Class.EndsWith("Factory", StringComparison.Ordinal) ? Class.Substring(0, Class.Length - "Factory".Length) : Class;
}
