using Backtest.Generators.Plugins.Model;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>What each kind of plugin may handle and emit.</summary>
/// <param name="Handlers">The handlers it may have, in the order of their stages.</param>
/// <param name="Required">The handler it must have.</param>
/// <param name="HighestStage">The stage up to which it may emit.</param>
/// <param name="HighestEvent">The event of that stage.</param>
/// <param name="Mend">What to do instead of emitting more.</param>
internal sealed record KindRules(
    IReadOnlyList<HandlerRule> Handlers, string Required, int HighestStage, string HighestEvent, string Mend)
{
    private static readonly HandlerRule OnStart = new(
        "OnStart", "Backtest.StartContext", null, -1, null, false, "void OnStart(in StartContext context)");

    private static readonly HandlerRule OnRegime = new(
        "OnRegime", "Backtest.RegimeEvent", "RegimeEvent", 2, null, false, "void OnRegime(in RegimeEvent regime)");

    private static readonly HandlerRule OnFill = new(
        "OnFill", "Backtest.FillEvent", "FillEvent", 5, null, false, "void OnFill(in FillEvent fill)");

    private static readonly HandlerRule OnReject = new(
        "OnReject", "Backtest.OrderRejectedEvent", "OrderRejectedEvent", 5, null, false, "void OnReject(in OrderRejectedEvent reject)");

    private static readonly HandlerRule OnCancel = new(
        "OnCancel", "Backtest.OrderCanceledEvent", "OrderCanceledEvent", 5, null, false, "void OnCancel(in OrderCanceledEvent cancel)");

    private static readonly KindRules Strategy = new(
        [
            OnStart,
            new("OnBar", "Backtest.BarEvent", "BarEvent", 0, "Backtest.ISignals", true,
                "void OnBar(BarEvent bar, in Position position, ISignals signals), the last two where needed"),
            OnRegime, OnFill, OnReject, OnCancel,
        ],
        "OnBar", 3, "SignalEvent", "emit a SignalEvent and let the risk manager place the order");

    private static readonly KindRules UniverseStrategy = new(
        [
            OnStart, OnRegime,
            new("OnTurn", "Backtest.UniverseTurn", "BarEvent", 0, "Backtest.IUniverseSignals", false,
                "void OnTurn(in UniverseTurn turn, IUniverseSignals signals)"),
            OnFill, OnReject, OnCancel,
        ],
        "OnTurn", 3, "SignalEvent", "emit a SignalEvent and let the risk manager place the order");

    private static readonly KindRules Classifier = new(
        [
            OnStart,
            new("OnBar", "Backtest.BarEvent", "BarEvent", 0, "Backtest.IRegimes", false, "void OnBar(BarEvent bar, IRegimes regimes)"),
        ],
        "OnBar", 2, "RegimeEvent", "emit a RegimeEvent and let a strategy act on it");

    private static readonly KindRules RiskManager = new(
        [
            OnStart, OnRegime,
            new("OnTurn", "Backtest.RiskTurn", "BarEvent", 3, "Backtest.IOrders", false, "void OnTurn(in RiskTurn turn, IOrders orders)"),
            new("OnSignals", "Backtest.RiskTurn", "SignalEvent", 3, "Backtest.IOrders", false,
                "void OnSignals(in RiskTurn turn, IOrders orders)"),
            OnFill, OnReject, OnCancel,
        ],
        "OnSignals", 4, "OrderEvent", "emit an OrderEvent and let the engine fill it");

    /// <summary>The names of all handlers of all kinds.</summary>
    public static IReadOnlyList<string> AllNames { get; } =
        [.. Strategy.Handlers.Concat(RiskManager.Handlers).Select(handler => handler.Name).Distinct()];

    /// <summary>The rules of a kind, or of a strategy's scope.</summary>
    public static KindRules Of(PluginKind kind, bool isUniverse) => kind switch
    {
        PluginKind.Strategy when isUniverse => UniverseStrategy,
        PluginKind.Strategy => Strategy,
        PluginKind.Classifier => Classifier,
        _ => RiskManager,
    };

    /// <summary>The rule of a handler.</summary>
    public HandlerRule? Find(string name) => Handlers.FirstOrDefault(handler => handler.Name == name);
}
