namespace Backtest.Engine;

/// <summary>A named setting of when market orders fill, the price path and the matching: the fills of one engine.</summary>
/// <param name="Name">Its name in run files.</param>
/// <param name="FillsAtClose">Whether market orders fill at the close of the bar they were decided on, as far as the matching supports them.</param>
/// <param name="Path">The price path.</param>
/// <param name="Matching">The matching rules.</param>
public sealed record FillProfile(string Name, bool FillsAtClose, string Path, string Matching)
{
    /// <summary>The rules of this engine.</summary>
    public static FillProfile Standard { get; } = new("standard", false, PathNames.Pessimistic, MatchingNames.Standard);

    /// <summary>All profiles, the standard one first.</summary>
    public static IReadOnlyList<FillProfile> All { get; } =
    [
        Standard,
        new("pessimistic", false, PathNames.Pessimistic, MatchingNames.TradedThrough),
        new("backtesting_py", false, PathNames.Pessimistic, MatchingNames.BacktestingPy),
        new("backtrader", false, PathNames.Pessimistic, MatchingNames.Backtrader),
        new("lean", true, PathNames.Pessimistic, MatchingNames.Lean),
        new("nautilus_adaptive", true, PathNames.NearestExtreme, MatchingNames.Nautilus),
        new("tradingview", false, PathNames.NearestExtreme, MatchingNames.TradingView),
    ];
}
