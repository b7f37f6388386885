using Backtest.Data.Actions;
using Backtest.Data.Csv;
using Backtest.Data.Files;
using Backtest.Data.Options;
using Backtest.Data.Synthetic;
using Backtest.Data.Time;
using Backtest.Data.Universes;

namespace Backtest.Data;

/// <summary>Opens the bar sources there are, <c>csv</c> and <c>synthetic</c>, and reads universes.</summary>
public sealed class BarSources : IBarSourceFactory
{
    private const string Csv = "csv";

    /// <summary>The files a source would read, in ordinal order; empty: it reads none.</summary>
    /// <exception cref="InputException">There is no such file.</exception>
    public static IReadOnlyList<string> Files(BarSourceOptions options)
    {
        IEnumerable<string> bars = options.Source == Csv ? DataPaths.Find(options).Select(file => file.Path) : [];
        return [.. (options.Actions is null ? bars : bars.Append(ActionFile.PathOf(options))).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public Universe ReadUniverse(UniverseOptions options) => UniverseFile.Read(options);

    /// <inheritdoc/>
    public IBarSource Open(BarSourceOptions options, CancellationToken cancellation = default)
    {
        DataZone zone = DataZone.Find(options);
        IBarSource source = options.Source switch
        {
            Csv => new CsvLoader(options, zone, cancellation).Load(),
            "synthetic" => SyntheticBarSource.Create(options, zone),
            _ => throw new InputException(options.Error(
                "unknown_source", "source", $"'{options.Source}' is no source; expected csv or synthetic.", "Write source: csv.")),
        };
        return AdjustedBarSource.Create(source, options, cancellation);
    }
}
