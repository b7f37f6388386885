using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary>An item of <c>strategies</c>: a strategy, or a container of strategies.</summary>
internal static class StrategySection
{
    private static readonly Key<StrategyConfig, string?> Name =
        new("name", Kinds.Name!, strategy => strategy.Name, "The strategy's name, unique in its portfolio or container. Default: its type.");

    private static readonly Key<StrategyConfig, string?> Type =
        new("type", Kinds.Text!, strategy => strategy.Type.Length == 0 ? null : strategy.Type, "The id of a strategy, or of a container.");

    private static readonly Key<StrategyConfig, ParameterMap> Parameters =
        new("parameters", new ParametersKind(), strategy => strategy.Parameters, "The plugin's parameters.")
        {
            Default = ParameterMap.Empty,
        };

    private static readonly Key<StrategyConfig, IReadOnlyList<RegimeParametersConfig>?> ByRegime =
        new("by_regime", new RegimeParametersKind(), strategy => strategy.ByRegime, "What differs in each regime of the classifier above, by the regime's name.");

    private static readonly Key<StrategyConfig, IReadOnlyList<DatedParametersConfig>?> ByDate =
        new("by_date", new ListKind<DatedParametersConfig>(DatedParametersSection.Kind)!, strategy => strategy.ByDate, "Parameters that apply from a given day on, in order of days.");

    private static readonly Key<StrategyConfig, IReadOnlyList<StrategyConfig>?> Strategies =
        new("strategies", new MembersKind(), strategy => strategy.Strategies, "The strategies inside it, if 'type' names a container.");

    private static readonly Key<StrategyConfig, IReadOnlyList<string>> Symbols =
        new("symbols", Kinds.Texts, strategy => strategy.Symbols, "The symbols it trades. Default: all.") { Default = [] };

    private static readonly Key<StrategyConfig, Timeframe?> Timeframe = new(
        "timeframe",
        Kinds.Maybe(Kinds.Timeframe),
        strategy => strategy.Timeframe,
        "The length of the bars it decides on, a multiple of the data's. Its orders fill on the data's bars. Default: the data's own.");

    private static readonly Key<StrategyConfig, RecordFileKind.RecordFile?> Universe = new(
        "universe",
        new RecordFileKind(),
        strategy => RecordFileKind.RecordFile.Of(strategy.Universe, strategy.UniverseComment),
        "A CSV file of the symbols it may enter and when: symbol, from, to. Relative to the run file.");

    private static readonly Key<StrategyConfig, IReadOnlyList<string>?> ActiveIn =
        new("active_in", Kinds.Texts!, strategy => strategy.ActiveIn, "The regimes in which it may enter. Default: all.");

    private static readonly Key<StrategyConfig, bool> OnLeave =
        new(
            "on_leave",
            new ChoiceKind<bool>(("hold", false), ("close", true)),
            strategy => strategy.ClosesOnLeave,
            "What happens to its positions outside active_in.");

    private static readonly Key<StrategyConfig, bool> Resting =
        new(
            "resting",
            new ChoiceKind<bool>(("cancel", false), ("keep", true)),
            strategy => strategy.KeepsResting,
            "What happens to its resting entries outside active_in, and to those on a symbol that leaves its universe.");

    /// <summary>The section.</summary>
    public static ValueKind<StrategyConfig> Kind { get; } =
        new ObjectKind<StrategyConfig>([Name, Type, Parameters, ByRegime, ByDate, Strategies, Symbols, Timeframe, Universe, ActiveIn, OnLeave, Resting], Build)
        {
            Plugin = PluginKind.Strategy,
            Holder = (PluginKind.Container, Strategies.Name),
            Definition = "strategy",
        };

    private static StrategyConfig Build(MapReader map)
    {
        string type = map.Get(Type) ?? "";
        return new StrategyConfig
        {
            Name = map.Get(Name) ?? type,
            Type = type,
            Parameters = map.Get(Parameters),
            ByRegime = map.Get(ByRegime),
            ByDate = map.Get(ByDate),
            Strategies = map.Get(Strategies),
            Symbols = map.Get(Symbols),
            Timeframe = map.Get(Timeframe),
            Universe = map.Get(Universe)?.Path,
            UniverseComment = map.Get(Universe)?.Comment,
            ActiveIn = map.Get(ActiveIn),
            ClosesOnLeave = map.Get(OnLeave),
            KeepsResting = map.Get(Resting),
            Position = map.Position,
        };
    }
}
