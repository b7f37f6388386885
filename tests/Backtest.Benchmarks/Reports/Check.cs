using Backtest.Plugins.MovingAverageCross;

namespace Backtest.Benchmarks;

/// <summary>The short version: checks counts and allocations, which are the same on any machine, not times.</summary>
internal static class Check
{
    private const long PortfolioBytes = 100_000;

    /// <summary>Performs all checks and prints which failed.</summary>
    /// <returns>Whether all passed.</returns>
    public static bool Run(TextWriter output)
    {
        PreloadedBars one = PreloadedBars.Synthetic(symbols: 1, bars: 50_000, Timeframe.Minute);
        PreloadedBars ten = PreloadedBars.Synthetic(symbols: 10, bars: 5_000, Timeframe.Minute);
        var cross = new AllocationMeter(warmUp: 10_000);
        var tree = new AllocationMeter(warmUp: 20_000);
        var ranking = new AllocationMeter(warmUp: 2_000);
        RankingRun.Run(ten, ranking.Options);
        bool[] results =
        [
            Same(output, "one instrument", CrossLoop.Simple(one), CrossRun.Run(one, AverageKind.Sma, cross.Options)),
            Same(output, "ten instruments", CrossLoop.Exponential(ten), CrossRun.Run(ten, AverageKind.Ema)),
            SameOrder(output, "ragged", PreloadedBars.Ragged(symbols: 50, bars: 500, isApart: false)),
            SameOrder(output, "apart", PreloadedBars.Ragged(symbols: 50, bars: 500, isApart: true)),
            Same(output, "whole tree", TreeLoop.Run(one), TreeRun.Run(one, tree.Options)),
            Quiet(output, "one instrument", cross),
            Quiet(output, "whole tree", tree),
            Quiet(output, "ten instruments, ranked", ranking),
            Small(output, new BuildingRun().BytesPerPortfolio()),
        ];
        return !results.Contains(false);
    }

    private static bool Same(TextWriter output, string what, Outcome fused, BacktestResult result)
    {
        var engine = Outcome.Of(result);
        return Report(output, fused == engine && fused.Orders > 0, FormattableString.Invariant(
            $"{what}: fused loop {fused.FinalEquity}, {fused.Orders} orders, {fused.Fills} fills; engine {engine.FinalEquity}, {engine.Orders}, {engine.Fills}"));
    }

    private static bool SameOrder(TextWriter output, string what, PreloadedBars bars)
    {
        (MergeOutcome fused, MergeOutcome engine) = (HeapMerge.Run(bars.Columns), MergeRun.Run(bars));
        return Report(output, fused == engine, FormattableString.Invariant(
            $"fifty instruments, {what}: {fused.Bars} bars in {fused.Turns} turns merged by a heap, {engine.Bars} in {engine.Turns} by the engine"));
    }

    private static bool Quiet(TextWriter output, string what, AllocationMeter meter) => Report(
        output,
        meter is { QuietBytes: 0, QuietTurns: > 0 },
        FormattableString.Invariant($"{what}: {meter.QuietBytes} bytes allocated over {meter.QuietTurns} turns without orders"));

    private static bool Small(TextWriter output, long bytes) =>
        Report(output, bytes <= PortfolioBytes, FormattableString.Invariant($"a portfolio container takes {bytes} bytes, at most {PortfolioBytes}"));

    private static bool Report(TextWriter output, bool isWell, string text)
    {
        output.WriteLine($"{(isWell ? "ok  " : "FAIL")} {text}");
        return isWell;
    }
}
