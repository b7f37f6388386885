using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The parts of an order gate.</summary>
internal sealed record OrderGateParts(
    RiskConfig Config,
    PluginDescriptor Descriptor,
    RiskNode Node,
    bool PlacesOrders,
    StrategyGroup[] Strategies,
    Portfolio Portfolio,
    Market Market,
    WorkingOrders Working,
    RegimeFeed Regimes,
    BacktestEngine Engine,
    IAccount Account,
    EventCounters Counters,
    Ruin Ruin,
    FaultContext Context,
    int TradeFrom,
    double[] BarsPerYear);
