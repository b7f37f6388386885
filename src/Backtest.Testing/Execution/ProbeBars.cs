using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Bars that models of execution are asked about.</summary>
internal static class ProbeBars
{
    private const int Seed = 5;
    private const int Count = 120;

    /// <summary>A random walk.</summary>
    public static IReadOnlyList<MatchedBar> Walk { get; } = Of(TestBars.Walk(Seed, Count));

    /// <summary>The walk, and bars without a range, a volume, or with all of it on one side.</summary>
    public static IReadOnlyList<MatchedBar> All { get; } =
    [
        .. Walk,
        new MatchedBar(100, 100, 100, 100, 0),
        new MatchedBar(100, 100, 100, 100, double.NaN),
        new MatchedBar(100, 104, 100, 104, double.NaN),
        new MatchedBar(100, 100, 96, 96, 1_000),
        new MatchedBar(0.0001, 0.0002, 0.0001, 0.0002, 1e12),
    ];

    /// <summary>A bar as a message names it.</summary>
    public static string Text(in MatchedBar bar) =>
        FormattableString.Invariant($"a bar of {bar.Open:R} {bar.High:R} {bar.Low:R} {bar.Close:R} with a volume of {bar.Volume:R}");

    private static MatchedBar[] Of(BarSeries bars) =>
    [
        .. Enumerable.Range(0, bars.Count)
            .Select(row => new MatchedBar(bars.Open[row], bars.High[row], bars.Low[row], bars.Close[row], bars.Volume[row])),
    ];
}
