namespace Backtest.Engine;

/// <summary>What a run holds.</summary>
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
