using CsCheck;

namespace Backtest.Tests;

/// <summary>Random runs based on the sample run files.</summary>
internal static class SampleSpecs
{
    private static readonly Gen<string> Seed = Gen.Int[1, 3].Select(seed => $"seed={seed}");

    private static readonly Gen<string> Execution = Gen.OneOf(
        "execution.fill=close", "execution.fill=next_open", "execution.at_end=close", "execution.slippage={type: basis_points, value: 5}",
        "execution.on_fault=stop", "execution.on_ruin=continue");

    private static readonly Gen<SampleSpec> FirstRun = Of(
        "first-run",
        [],
        Gen.OneOf(
            "portfolios.main.strategies.sma-cross.parameters.fast=20", "portfolios.main.strategies.sma-cross.parameters.slow=100",
            "portfolios.main.strategies.sma-cross.parameters.slow=20", // below the fast one, so it is refused
            "portfolios.main.capital=5000", "portfolios.main.strategies.sma-cross.timeframe=1w", "data.trade_from=2010-01-04",
            "portfolios.main.strategies.sma-cross.by_date=[{from: 1999-06-01, parameters: {fast: 5, slow: 20}}, {from: 2008-01-02, parameters: {slow: 100}}]",
            "instruments={SPX: {lot_size: 0.1}}", "portfolios.main.currency=EUR"),
        "portfolios.main.strategies=[{type: sma-cross, timeframe: 2w, parameters: {fast: 3, slow: 9}}, {type: thrower, parameters: {at: 700}}]");

    private static readonly Gen<SampleSpec> Hierarchy = Of(
        "hierarchy",
        ["data.end=2005-12-31", "classifiers.hmm.parameters.refit=0"],
        Gen.OneOf(
            "classifiers.hmm.parameters.minimum_confidence=0.6", "classifiers.pattern.parameters.lookback=10",
            "classifiers.pattern.timeframe=1w", "classifiers.hmm.reference=null", "portfolios.aggressive.capital=100000",
            "portfolios.conservative.strategies.momentum.parameters.lookback=40", "portfolios.balanced.strategies.trend-following.timeframe=1w",
            "classifiers.hmm.parameters.states=2", "portfolios.aggressive.strategies.breakout.by_regime={bear: {weight: 0.5}, bull: {parameters: {period: 10}}}",
            "portfolios.balanced.strategies.trend-following.by_date=[{from: 2003-01-02, parameters: {fast: 5}}]"),
        "portfolios.aggressive.strategies=[{type: breakout, parameters: {period: 20}}, {type: thrower, parameters: {at: 900}}]");

    private static readonly Gen<SampleSpec> Ranking = Of(
        "momentum-ranking",
        ["data.bars=700"],
        Gen.OneOf(
            "portfolios.main.strategies.cross-sectional-momentum.parameters.top=3",
            "portfolios.main.strategies.cross-sectional-momentum.parameters.every=5",
            "portfolios.main.strategies.cross-sectional-momentum.by_date=[{from: 2001-01-01, parameters: {top: 2}}]",
            "portfolios.main.strategies.cross-sectional-momentum.resting=keep", "data.missing=0.2", "data.seed=9"),
        "portfolios.main.strategies=[{type: cross-sectional-momentum}, {type: thrower, parameters: {at: 200}}]");

    private static readonly Gen<SampleSpec> Timeframes = Of(
        "timeframes",
        ["data.bars=6000", "data.seed=5"],
        Gen.OneOf(
            "classifiers.pattern.timeframe=2h", "portfolios.slow.strategies.sma-cross.timeframe=30m",
            "portfolios.fast.strategies.mean-reversion.timeframe=5m", "portfolios.slow.strategies.sma-cross.symbols=[ALPHA]",
            "portfolios.slow.capital=50000", "portfolios.slow.strategies.sma-cross.parameters.fast=4", "data.missing=0.1"),
        "portfolios.slow.strategies=[{type: sma-cross, timeframe: 45m, parameters: {fast: 3, slow: 9}}, {type: thrower, parameters: {at: 2500}}]");

    private static readonly Gen<SampleSpec> Netting = Of(
        "netting",
        ["plugins=[]"],
        Gen.OneOf(
            "portfolios.main.strategies.net.by_date=[{from: 2004-01-02, parameters: {needed: 2}}]",
            "portfolios.main.strategies.net.strategies.momentum.by_date=[{from: 2004-01-02, parameters: {lookback: 30}}]",
            "portfolios.main.strategies.net.parameters.needed=2", "portfolios.main.strategies.net.timeframe=1w", "portfolios.main.capital=3000",
            "portfolios.main.strategies.net.strategies.momentum.parameters.lookback=30"),
        "portfolios.main.strategies=[{type: thrower, parameters: {at: 30}}]");

    /// <summary>Runs of one sample, some of which fault, are refused or read other data.</summary>
    public static Gen<SampleSpec[]> Sets { get; } =
        Gen.OneOf(FirstRun.Array[1, 7], Hierarchy.Array[1, 5], Ranking.Array[1, 4], Timeframes.Array[1, 5], Netting.Array[1, 5]);

    private static Gen<SampleSpec> Of(string sample, string[] always, Gen<string> change, string faulting) => Gen.Select(
        change.Array[0, 3], Seed, Execution.Array[0, 1], Gen.Int[0, 4],
        (changes, seed, execution, fault) => new SampleSpec(
            sample, [.. always, .. changes.Distinct(), seed, .. execution, .. fault == 0 ? [faulting] : Array.Empty<string>()]));
}
