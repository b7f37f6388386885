using Backtest.Data.Combining;
using Backtest.Data.Csv;
using Backtest.Data.Files;
using Backtest.Data.Options;
using Backtest.Data.Synthetic;
using Backtest.Data.Time;

namespace Backtest.Data;

/// <summary>Opens the bar sources there are: <c>csv</c> and <c>synthetic</c>.</summary>
public sealed class BarSources : IBarSourceFactory
{
    private const string Csv = "csv";

    /// <summary>The files a source would read, in ordinal order; empty: it reads none.</summary>
    /// <exception cref="InputException">There is no such file.</exception>
    public static IReadOnlyList<string> Files(BarSourceOptions options) =>
        options.Source == Csv ? [.. DataPaths.Find(options).Select(file => file.File).Distinct(StringComparer.Ordinal)] : [];

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
            "synthetic" => SyntheticBarSource.Create(options, zone),
            _ => throw new InputException(options.Error(
                "unknown_source", "source", $"'{options.Source}' is no source; expected csv or synthetic.", "Write source: csv.")),
        };
    }
}
