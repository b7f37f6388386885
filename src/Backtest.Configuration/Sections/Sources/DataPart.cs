namespace Backtest.Configuration.Sections.Sources;

/// <summary>What a source of <c>data</c> says.</summary>
/// <param name="Options">Which bars to read.</param>
/// <param name="TradeFrom">The first day of trading; <see langword="null"/>: the first there is.</param>
/// <param name="Seed">Where the randomness of synthetic bars starts from; <see langword="null"/>: where the run's does.</param>
internal sealed record DataPart(BarSourceOptions Options, DateOnly? TradeFrom, ulong? Seed = null)
{
    /// <summary>The options, synthetic bars made from a run's seed unless they have one of their own.</summary>
    public BarSourceOptions WithSeed(ulong seed) => Options is BarSourceOptions.Synthetic synthetic
        ? synthetic with { Bars = synthetic.Bars with { Seed = Seed ?? seed } }
        : Options;
}
