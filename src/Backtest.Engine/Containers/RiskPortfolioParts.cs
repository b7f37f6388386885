namespace Backtest.Engine;

/// <summary>What a risk and portfolio container holds.</summary>
internal sealed record RiskPortfolioParts(
    PortfolioConfig Config,
    ClassifierDesk? Classifier,
    ActionFeed Actions,
    OrderBook Book,
    Market Market,
    RegimeFeed Regimes,
    Portfolio Portfolio,
    StrategyGroup[] Strategies,
    RiskDesk Risk,
    ClosingSession Closing,
    Valuation Valuation,
    PortfolioRecorder Recorder,
    EventCounters Counters,
    FaultContext Context);
