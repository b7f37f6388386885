using Backtest.Data.Catalog;
using Backtest.Data.Combining;
using Backtest.Data.Csv;
using Backtest.Data.Files;
using Backtest.Data.Options;
using Backtest.Data.Synthetic;
using Backtest.Data.Time;

namespace Backtest.Data;

/// <summary>Opens the bar sources there are: <c>csv</c>, <c>catalog</c> and <c>synthetic</c>.</summary>
public sealed class BarSources : IBarSourceFactory
{
    internal const string Csv = "csv";
    internal const string Synthetic = "synthetic";

    private const string Parquet = "catalog";

    /// <summary>The files a source would read, in ordinal order; empty: it reads none.</summary>
    /// <exception cref="InputException">There is no such file.</exception>
    public static IReadOnlyList<string> Files(BarSourceOptions options) => options.Source switch
    {
        Csv => [.. DataPaths.Find(options).Select(file => file.File).Distinct(StringComparer.Ordinal)],
        Parquet => CatalogBarSource.PathsOf(options),
        _ => [],
    };

    /// <inheritdoc/>
    public IBarSource Open(IReadOnlyList<BarSourceOptions> sources, CancellationToken cancellation = default) => sources is [var only]
        ? Open(only, cancellation)
        : CombinedBarSource.Open(sources, source => Open(source, cancellation));

    private static IBarSource Open(BarSourceOptions options, CancellationToken cancellation)
    {
        DataZone zone = DataZone.Find(options);
        return options.Source switch
        {
            Csv => new CsvLoader(options, zone, cancellation).Load(),
            Parquet => CatalogBarSource.Open(options),
            Synthetic => SyntheticBarSource.Create(options, zone),
            _ => throw new InputException(options.Error(
                "unknown_source", "source", $"'{options.Source}' is no source; expected csv, catalog or synthetic.", "Write source: csv.")),
        };
    }
}
