using Backtest.Abstractions.Runtime;
using Backtest.Data.Actions;
using Backtest.Data.Calendars;
using Backtest.Data.Catalog;
using Backtest.Data.Combining;
using Backtest.Data.Csv;
using Backtest.Data.Files;
using Backtest.Data.Lean;
using Backtest.Data.Options;
using Backtest.Data.Providers;
using Backtest.Data.Rows;
using Backtest.Data.Synthetic;
using Backtest.Data.Time;
using Backtest.Data.Universes;

namespace Backtest.Data;

/// <summary>
/// Opens the bar sources there are, <c>csv</c>, <c>catalog</c>, <c>lean</c>, <c>synthetic</c> and those of plugins, and reads universes.
/// </summary>
/// <param name="findPlugin">Finds a bar source plugin by its id; <see langword="null"/>: there are none.</param>
public sealed class BarSources(Func<string, BarSourceFactory?>? findPlugin = null) : IBarSourceFactory
{
    /// <summary>Text files.</summary>
    internal const string Csv = "csv";

    private const string Catalog = "catalog";
    private const string Lean = "lean";
    private const string Synthetic = "synthetic";

    /// <summary>The ids of the sources that are no plugins.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } = [Csv, Catalog, Lean, Synthetic];

    /// <summary>Hears of every row that is no bar; <see langword="null"/>: nobody does.</summary>
    private IRowLog? Rows { get; init; }

    /// <summary>The same sources, rows that are no bars being told.</summary>
    internal BarSources With(IRowLog rows) => new(findPlugin) { Rows = rows };

    /// <summary>The files a source would read, in ordinal order; empty: it reads none.</summary>
    /// <exception cref="InputException">There is no such file.</exception>
    public static IReadOnlyList<string> Files(BarSourceOptions options)
    {
        IEnumerable<string> bars = options.Source switch
        {
            Csv => DataPaths.Find(options).Select(file => file.File).Distinct(StringComparer.Ordinal),
            Catalog => CatalogBarSource.PathsOf(options),
            Lean => new LeanLoader(options).FindFiles(),
            _ => [],
        };
        return [.. (options.Actions is null ? bars : bars.Append(ActionFile.PathOf(options))).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public Universe ReadUniverse(UniverseOptions options) => UniverseFile.Read(options);

    /// <inheritdoc/>
    public IBarSource Open(IReadOnlyList<BarSourceOptions> sources, CancellationToken cancellation = default) => sources is [var only]
        ? Open(only, cancellation)
        : CombinedBarSource.Open(sources, source => Open(source, cancellation));

    private IBarSource Open(BarSourceOptions options, CancellationToken cancellation)
    {
        DataZone zone = DataZone.Find(options);
        IBarSource source = options.Source switch
        {
            Csv => new CsvLoader(options, zone, Rows, cancellation).Load(),
            Catalog => CatalogBarSource.Open(options),
            Lean => new LeanLoader(options).Load(Rows),
            Synthetic => SyntheticBarSource.Create(options, zone),
            _ when findPlugin?.Invoke(options.Source) is { } factory =>
                ProvidedBarSource.Open(options, new TradingCalendars(options, zone), factory, cancellation),
            _ => throw new InputException(options.Error(
                "unknown_source",
                "source",
                $"'{options.Source}' is no source; expected {string.Join(", ", BuiltIn)} or the id of a bar source plugin.",
                "Write for instance source: csv, or name a folder with the plugin under plugins; backtest plugins list shows those there are.")),
        };
        return AdjustedBarSource.Create(source, options, cancellation);
    }
}
