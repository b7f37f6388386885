using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary>An item of <c>classifiers</c>: one market view.</summary>
internal static class ClassifierSection
{
    private static readonly Key<ClassifierConfig, string> Name =
        new("name", Kinds.Name, classifier => classifier.Name, "The classifier's name, unique in the run.") { IsRequired = true };

    private static readonly Key<ClassifierConfig, string> Type =
        new("type", Kinds.Text, classifier => classifier.Type, "The classifier's id.") { IsRequired = true };

    private static readonly Key<ClassifierConfig, ParameterMap> Parameters =
        new("parameters", new ParametersKind(), classifier => classifier.Parameters, "The classifier's parameters.")
        {
            Default = ParameterMap.Empty,
        };

    private static readonly Key<ClassifierConfig, string?> Reference = new(
        "reference",
        Kinds.Text!,
        classifier => classifier.Reference,
        "The symbol whose regime applies to the whole market. Default: each symbol has its own regime.");

    private static readonly Key<ClassifierConfig, Timeframe?> Timeframe = new(
        "timeframe",
        Kinds.Maybe(Kinds.Timeframe),
        classifier => classifier.Timeframe,
        "The length of the bars it classifies, a multiple of the data's. Default: the data's own.");

    private static readonly Key<ClassifierConfig, IReadOnlyList<PortfolioConfig>> Portfolios = new(
        "portfolios",
        new ListKind<PortfolioConfig>(PortfolioSection.Kind),
        classifier => classifier.Portfolios,
        "The portfolios that receive its regimes.")
    {
        IsRequired = true,
    };

    /// <summary>The section.</summary>
    public static ValueKind<ClassifierConfig> Kind { get; } =
        new ObjectKind<ClassifierConfig>([Name, Type, Parameters, Reference, Timeframe, Portfolios], Build)
        {
            Plugin = PluginKind.Classifier,
            Definition = "classifier",
        };

    private static ClassifierConfig Build(MapReader map) => new()
    {
        Name = map.Get(Name),
        Type = map.Get(Type),
        Parameters = map.Get(Parameters),
        Reference = map.Get(Reference),
        Timeframe = map.Get(Timeframe),
        Portfolios = map.Get(Portfolios),
        Position = map.Position,
    };
}
