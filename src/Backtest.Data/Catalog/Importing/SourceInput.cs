namespace Backtest.Data.Catalog.Importing;

/// <summary>Any source, whose series are imported one after the other.</summary>
internal sealed class SourceInput : ImportInput
{
    private readonly IBarSource _source;

    public SourceInput(BarSourceOptions options, IBarSourceFactory sources, CancellationToken cancellation)
    {
        _source = sources.Open([options], cancellation);
        Units = [.. _source.Series.Select(series => new SourceUnit(_source, series, options))];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ImportUnit> Units { get; }

    /// <inheritdoc/>
    public override long Complete() => _source.Files.Sum(file => file.SkippedRows);

    /// <inheritdoc/>
    public override void Dispose() => _source.Dispose();
}
