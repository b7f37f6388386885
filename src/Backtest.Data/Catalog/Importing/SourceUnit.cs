using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Catalog.Importing;

/// <summary>One series of a source.</summary>
internal sealed class SourceUnit : ImportUnit
{
    private const int RowsAtOnce = 4096;

    private readonly IBarSource _source;
    private readonly SourceSeries _series;

    public SourceUnit(IBarSource source, SourceSeries series, BarSourceOptions options)
        : base($"{series.Symbol} {series.Timeframe}", Narrow(options, series), BarSources.Files(Narrow(options, series)))
    {
        _source = source;
        _series = series;
    }

    /// <inheritdoc/>
    public override void Read(IBarSink sink, CancellationToken cancellation)
    {
        using IBarReader reader = _source.Open(_series);
        var bars = new BarSeries(new Instrument { Symbol = _series.Symbol }, _series.Timeframe, index: 0, _series.HasVolume, _series.HasQuotes);
        while (reader.Read(bars, RowsAtOnce) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            sink.Take(_series, bars);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CorporateAction> ActionsOf(string symbol) =>
        [.. _source.Actions.Where(action => action.Symbol == symbol)];

    // Only a catalog can be asked for several timeframes at once.
    private static BarSourceOptions Narrow(BarSourceOptions options, SourceSeries series) => options is BarSourceOptions.Catalog catalog
        ? catalog with { Symbols = [series.Symbol], Timeframe = series.Timeframe }
        : options with { Symbols = [series.Symbol] };
}
