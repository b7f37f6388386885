using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>Gives a run the changed bars in place of its own, and only the actions and universes known at their end.</summary>
internal sealed class AlteredBars : IBarSourceFactory, IBarSource
{
    private readonly IBarSourceFactory _sources;
    private readonly Alteration _alteration;
    private readonly AuditBars _whole;
    private readonly int _lastDay;
    private readonly Dictionary<SourceSeries, BarSeries> _bars = [];

    public AlteredBars(IBarSourceFactory sources, AuditBars whole, Alteration alteration)
        : this(sources, whole, alteration, series => alteration.Apply(whole[series]))
    {
    }

    private AlteredBars(IBarSourceFactory sources, AuditBars whole, Alteration alteration, Func<SourceSeries, BarSeries> change)
    {
        _sources = sources;
        _whole = whole;
        _alteration = alteration;
        foreach (SourceSeries series in whole.Series)
        {
            BarSeries bars = change(series);
            if (bars.Count > 0)
                _lastDay = Math.Max(_lastDay, bars.Day[bars.Count - 1]);
            // A source reports its number of bars, which must not reveal how many there will be.
            _bars.Add(series with { Bars = bars.Count }, bars);
        }

        Series = [.. _bars.Keys];
        Files = whole.Files;
        Actions = alteration.Apply(whole.Actions, _lastDay);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceSeries> Series { get; }

    /// <inheritdoc/>
    public IReadOnlyList<DataFile> Files { get; }

    /// <inheritdoc/>
    public IReadOnlyList<CorporateAction> Actions { get; }

    /// <inheritdoc/>
    public IBarSource Open(IReadOnlyList<BarSourceOptions> sources, CancellationToken cancellation) => this;

    /// <inheritdoc/>
    public IBarSource OpenFiner(
        IReadOnlyList<BarSourceOptions> sources, IReadOnlyList<SourceSeries> bars, Timeframe? timeframe, CancellationToken cancellation)
    {
        AuditBars finer = _whole.Finer(timeframe, () => _sources.OpenFiner(sources, bars, timeframe, cancellation), cancellation);
        return new AlteredBars(_sources, finer, _alteration, series =>
        {
            SourceSeries own = bars.First(whole => whole.Symbol == series.Symbol);
            return _alteration.ApplyWithin(finer[series], _whole[own], _bars[own]);
        });
    }

    /// <inheritdoc/>
    public Universe ReadUniverse(UniverseOptions options) => _alteration.Apply(_sources.ReadUniverse(options), _lastDay);

    /// <inheritdoc/>
    public IBarReader Open(SourceSeries series) => new SeriesReader(_bars[series]);

    /// <summary>Does nothing: the bars are in memory.</summary>
    public void Dispose()
    {
    }
}
