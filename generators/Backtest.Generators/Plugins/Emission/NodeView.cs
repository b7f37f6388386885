using Backtest.Generators.Plugins.Model;

namespace Backtest.Generators.Plugins.Emission;

/// <summary>A node as the templates write it.</summary>
internal sealed class NodeView(PluginModel model, PluginNames names)
{
    public PluginNames Names => names;

    public PluginModel Model => model;

    public bool IsStrategy => model.Kind == PluginKind.Strategy;

    public bool IsClassifier => model.Kind == PluginKind.Classifier;

    /// <summary>Whether the author's class must know the row: what reads many instruments reads each at its own.</summary>
    public bool ReadsRow => model.Indicators.Count > 0 && model.Kind != PluginKind.RiskManager && !model.IsUniverse;

    /// <summary>Whether the author's <c>OnBar</c> reads the position.</summary>
    public bool TakesPosition => Bar?.Takes(ArgumentRole.Position) == true;

    /// <summary>The property, and its type's start, that emits: <c>Signals</c> of a <c>SignalEmitter</c>.</summary>
    public string Emitter => IsStrategy ? "Signals" : "Regimes";

    public string EmitterType => IsStrategy ? "SignalEmitter" : "RegimeEmitter";

    public IEnumerable<IndicatorView> Indicators => model.Indicators.Select(indicator => new IndicatorView(indicator, names));

    /// <summary>Whether the numbers behind the author's signals are recorded.</summary>
    public bool TellsIndicators => IsStrategy && Readings.Any();

    /// <summary>The names of those numbers, as a list of C# strings.</summary>
    public string ReadingNames => string.Join(", ", Readings.Select(reading => $"\"{reading.Name}\""));

    /// <summary>The numbers, as C# expressions over the author's instance.</summary>
    public IEnumerable<string> ReadingValues => Recorded.SelectMany(indicator => indicator.Readings.Select(reading =>
        $"_{names.Instance}.{indicator.Field}[{(model.IsUniverse ? "instrument" : "row")}]{reading.Member}"));

    private IEnumerable<IndicatorReading> Readings => Recorded.SelectMany(indicator => indicator.Readings);

    private IEnumerable<IndicatorModel> Recorded => model.Indicators.Where(indicator => indicator.Shape != IndicatorShape.PerSymbolList);

    /// <summary>The arguments of the author's <c>OnBar</c> in one turn.</summary>
    public string TurnArguments => Bar is null
        ? ""
        : Arguments(Bar, $"new {names.Vocabulary}BarEvent(Bars, row)", "Position.Position", Emitter, isView: true);

    /// <summary>The arguments of the author's <c>OnBar</c> inside the loop.</summary>
    public string RunArguments => Bar is null
        ? ""
        : Arguments(Bar, $"new {names.Vocabulary}BarEvent(bars, row)", "position", Emitter.ToLowerInvariant(), isView: true);

    /// <summary>The handlers that are only passed on, with their parameters and arguments.</summary>
    public IEnumerable<ForwardedHandler> Forwarded => model.Handlers.Where(handler => handler.Name != "OnBar").Select(Forward);

    private HandlerModel? Bar => model.Handlers.FirstOrDefault(handler => handler.Name == "OnBar");

    private ForwardedHandler Forward(HandlerModel handler)
    {
        (string type, string name) = handler.Name switch
        {
            "OnStart" => ("StartContext", "context"),
            "OnTurn" when model.IsUniverse => ("UniverseTurn", "turn"),
            "OnTurn" or "OnSignals" => ("RiskTurn", "turn"),
            "OnRegime" => ("RegimeEvent", "regime"),
            "OnFill" => ("FillEvent", "fill"),
            "OnReject" => ("OrderRejectedEvent", "reject"),
            _ => ("OrderCanceledEvent", "cancel"),
        };
        string emitter = type == "RiskTurn" ? $", {names.Vocabulary}IOrders orders" : "";
        return new ForwardedHandler(
            handler.Name, $"in {names.Vocabulary}{type} {name}{emitter}",
            Arguments(handler, name, "", model.IsUniverse ? "Signals" : "orders", isView: false));
    }

    private static string Arguments(HandlerModel handler, string @event, string position, string emitter, bool isView) =>
        string.Join(", ", handler.Arguments.Select(argument => argument switch
        {
            { Role: ArgumentRole.Event } when isView => @event,
            { Role: ArgumentRole.Event } => argument.IsIn ? $"in {@event}" : @event,
            { Role: ArgumentRole.Position } => argument.IsIn ? $"in {position}" : position,
            _ => emitter,
        }));
}
