namespace Backtest.Engine;

/// <summary>What a run holds.</summary>
internal sealed record BacktestParts(
    WorkflowConfig Config,
    IBarSource Source,
    DataStreamer Streamer,
    IndicatorHub Hub,
    ClassifierContainer[] Classifiers,
    RiskPortfolioContainer[] Portfolios,
    BacktestEngine Engine,
    TradingYears Years,
    IReadOnlyList<DataFile> UniverseFiles,
    string Currency);
