using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>What a risk desk works with.</summary>
internal sealed record RiskDeskParts(
    RiskConfig Config,
    PluginDescriptor Descriptor,
    RiskNode Node,
    StrategyGroup[] Strategies,
    Portfolio Portfolio,
    Market Market,
    OrderBook Book,
    RegimeFeed Regimes,
    BacktestEngine Engine,
    EventCounters Counters,
    FaultContext Context,
    int TradeFrom);
