namespace Backtest.Engine;

/// <summary>The built-in matching rules, as named in run files.</summary>
internal static class MatchingNames
{
    public const string Standard = "standard";
    public const string TradedThrough = "traded_through";
    public const string BacktestingPy = "backtesting_py";
    public const string Backtrader = "backtrader";
    public const string Lean = "lean";
    public const string Nautilus = "nautilus";
    public const string TradingView = "tradingview";

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All { get; } = [Standard, TradedThrough, BacktestingPy, Backtrader, Lean, Nautilus, TradingView];
}
