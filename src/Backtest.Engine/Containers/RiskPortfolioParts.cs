namespace Backtest.Engine;

/// <summary>What a risk and portfolio container holds.</summary>
internal sealed record RiskPortfolioParts(
    PortfolioConfig Config,
    PortfolioTurns Turns,
    ClassifierRunner? Classifier,
    ActionFeed Actions,
    UniverseFeed Universe,
    OrderExecution Execution,
    Market Market,
    RegimeFeed Regimes,
    Portfolio Portfolio,
    StrategyGroup[] Strategies,
    OrderGate Gate,
    ClosingSession Closing,
    Valuation Valuation,
    PortfolioRecorder Recorder,
    EventCounters Counters,
    FaultContext Context);
