namespace Backtest.Engine;

/// <summary>The parts of a run.</summary>
internal sealed record BacktestParts(
    WorkflowConfig Config,
    PassContext Pass,
    RunSeries Bars,
    IndicatorRequests Indicators,
    UniverseCatalog Universes,
    ClassifierContainer[] Classifiers,
    RiskPortfolioContainer[] Portfolios,
    BacktestEngine Engine,
    string Currency);
