namespace Backtest.Configuration.Sections.Sources;

/// <summary>The content of a source of <c>data</c>.</summary>
/// <param name="Options">Which bars to read.</param>
/// <param name="TradeFrom">The first day of trading; <see langword="null"/> for the first there is.</param>
/// <param name="Seed">The seed of synthetic bars; <see langword="null"/> for that of the run.</param>
internal sealed record DataPart(BarSourceOptions Options, DateOnly? TradeFrom, ulong? Seed = null)
{
    /// <summary>The options, in which synthetic bars use a run's seed unless they have one of their own.</summary>
    public BarSourceOptions WithSeed(ulong seed) => Options is BarSourceOptions.Synthetic synthetic
        ? synthetic with { Bars = synthetic.Bars with { Seed = Seed ?? seed } }
        : Options;
}
