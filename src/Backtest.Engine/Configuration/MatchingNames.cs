namespace Backtest.Engine;

/// <summary>The rules of matching that are built in, as run files name them.</summary>
internal static class MatchingNames
{
    public const string Standard = "standard";
    public const string TradedThrough = "traded_through";
    public const string BacktestingPy = "backtesting_py";
    public const string Backtrader = "backtrader";
    public const string Lean = "lean";
    public const string Nautilus = "nautilus";
    public const string TradingView = "tradingview";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Standard, TradedThrough, BacktestingPy, Backtrader, Lean, Nautilus, TradingView];
}
