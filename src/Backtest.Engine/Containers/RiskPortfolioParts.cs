namespace Backtest.Engine;

/// <summary>The parts of a risk and portfolio container.</summary>
internal sealed record RiskPortfolioParts(
    PortfolioConfig Config,
    PortfolioTurns Turns,
    ClassifierRunner? Classifier,
    TurnClock Clock,
    InterestFeed Interest,
    ActionFeed Actions,
    UniverseFeed Universe,
    OrderExecution Execution,
    Market Market,
    Delistings Delistings,
    RegimeFeed Regimes,
    Portfolio Portfolio,
    StrategyGroup[] Strategies,
    OrderGate Gate,
    ClosingSession Closing,
    Ruin Ruin,
    MarginCalls MarginCalls,
    Valuation Valuation,
    PortfolioRecorder Recorder,
    EventCounters Counters,
    FaultContext Context);
