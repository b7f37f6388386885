using System.Diagnostics;
using Backtest.Abstractions.Runtime;
using Backtest.Data.Actions;
using Backtest.Data.Catalog;
using Backtest.Data.Combining;
using Backtest.Data.Csv;
using Backtest.Data.Files;
using Backtest.Data.Lean;
using Backtest.Data.Options;
using Backtest.Data.Providers;
using Backtest.Data.Rows;
using Backtest.Data.Synthetic;
using Backtest.Data.Universes;

namespace Backtest.Data;

/// <summary>
/// Opens bar sources (<c>csv</c>, <c>catalog</c>, <c>lean</c>, <c>synthetic</c> and those of plugins) and reads universes.
/// </summary>
/// <param name="findPlugin">Finds a bar source plugin by its id, or <see langword="null"/> if there are none.</param>
public sealed class BarSources(Func<string, BarSourceFactory?>? findPlugin = null) : IBarSourceFactory
{
    private static readonly string BuiltIn = string.Join(
        ", ",
        BarSourceOptions.Csv.Word,
        BarSourceOptions.Catalog.Word,
        BarSourceOptions.Lean.Word,
        BarSourceOptions.Synthetic.Word);

    /// <summary>Called for every invalid row, or <see langword="null"/> to ignore them.</summary>
    private IRowLog? Rows { get; init; }

    /// <summary>The same sources, which report invalid rows to a log.</summary>
    internal BarSources With(IRowLog rows) => new(findPlugin) { Rows = rows };

    /// <summary>The files a source would read, in ordinal order; empty if it reads none.</summary>
    /// <exception cref="InputException">A file does not exist.</exception>
    public static IReadOnlyList<string> Files(BarSourceOptions options)
    {
        IEnumerable<string> bars = options switch
        {
            BarSourceOptions.Csv csv => DataPaths.Find(csv).Select(file => file.File).Distinct(StringComparer.Ordinal),
            BarSourceOptions.Catalog catalog => CatalogBarSource.PathsOf(catalog),
            BarSourceOptions.Lean lean => new LeanLoader(lean).FindFiles(),
            _ => [],
        };
        return [.. (options.Actions is null ? bars : bars.Append(ActionFile.PathOf(options))).Order(StringComparer.Ordinal)];
    }

    /// <summary>The files that bars of a lower timeframe would be read from, in ordinal order, possibly with others; empty if there are none.</summary>
    /// <exception cref="InputException">A file does not exist.</exception>
    public static IReadOnlyList<string> FinerFiles(BarSourceOptions options, Timeframe? timeframe) =>
        FinerOptions.Any(options, timeframe) is { } finer ? Files(finer) : [];

    /// <inheritdoc/>
    public Universe ReadUniverse(UniverseOptions options) => UniverseFile.Read(options);

    /// <inheritdoc/>
    public IBarSource Open(IReadOnlyList<BarSourceOptions> sources, CancellationToken cancellation = default) => sources is [var only]
        ? Open(only, cancellation)
        : CombinedBarSource.Open(sources, source => Open(source, cancellation));

    /// <inheritdoc/>
    public IBarSource OpenFiner(
        IReadOnlyList<BarSourceOptions> sources, IReadOnlyList<SourceSeries> bars, Timeframe? timeframe, CancellationToken cancellation = default)
    {
        IReadOnlyList<BarSourceOptions> finer = new FinerOptions(bars, timeframe).Of(sources);
        try
        {
            return Open(finer, cancellation);
        }
        catch (InputException exception)
        {
            throw new InputException([.. exception.Errors.Select(error => AskedByPath(error, sources))]);
        }
    }

    /// <summary>
    /// An error in the finer bars, reported at the key that requests them: <c>finer_path</c> names files, and the timeframe is not that of the data.
    /// </summary>
    private static InputError AskedByPath(InputError error, IReadOnlyList<BarSourceOptions> sources)
    {
        bool isOfFiles = sources.Any(source => source is BarSourceOptions.Csv && error.Key == $"{source.Key}.path");
        if (isOfFiles)
            return error with { Key = error.Key!.Replace(".path", ".finer_path", StringComparison.Ordinal) };
        return sources.Any(source => error.Key == $"{source.Key}.timeframe") ? error with { Key = null, Position = default } : error;
    }

    private IBarSource Open(BarSourceOptions options, CancellationToken cancellation) => AdjustedBarSource.Create(
        RenamedBarSource.Open(options, source => OpenBars(source, cancellation), cancellation), options, cancellation);

    private IBarSource OpenBars(BarSourceOptions options, CancellationToken cancellation) => options switch
    {
        BarSourceOptions.Csv csv => new CsvLoader(csv, Rows, cancellation).Load(),
        BarSourceOptions.Catalog catalog => CatalogBarSource.Open(catalog),
        BarSourceOptions.Lean lean => new LeanLoader(lean).Load(Rows),
        BarSourceOptions.Synthetic synthetic => SyntheticBarSource.Create(synthetic),
        BarSourceOptions.Plugin plugin => ProvidedBarSource.Open(plugin, Find(plugin), cancellation),
        _ => throw new UnreachableException($"{options.GetType().Name} cannot be opened."),
    };

    private BarSourceFactory Find(BarSourceOptions.Plugin options) => findPlugin?.Invoke(options.Id) ?? throw new InputException(options.Error(
        "unknown_source",
        "source",
        $"'{options.Id}' is not a source; expected {BuiltIn} or the id of a bar source plugin.",
        "Write, for example, source: csv, or add the plugin's folder under plugins. To see the installed plugins, use backtest plugins list."));
}
