using Backtest.Data.Calendars;
using Backtest.Data.Options;

namespace Backtest.Data.Catalog;

/// <summary>Reads bars from a catalog as they are requested.</summary>
internal sealed class CatalogBarSource : IBarSource
{
    private readonly Dictionary<SourceSeries, IReadOnlyList<FileSpan>> _spans = new(ReferenceEqualityComparer.Instance);

    private CatalogBarSource(BarSourceOptions.Catalog options, IEnumerable<CatalogSeries> wanted)
    {
        var files = new List<DataFile>();
        var known = new CatalogCalendars(options, Path.Combine(options.BaseDirectory, options.Path));
        foreach (CatalogSeries series in wanted)
        {
            IReadOnlyList<FileSpan> spans = CatalogRange.Cut(series, options.Start, options.End);
            if (spans.Count == 0)
                continue;
            TradingCalendars calendars = known.Of(series);
            var found = new SourceSeries(
                series.Symbol, series.Timeframe, series.HasVolume, spans.Sum(span => span.Rows), calendars.Of(series.Symbol))
            {
                Dates = calendars.Dates,
                LastDay = options.End < series.Files[^1].LastDay ? options.End : series.Files[^1].LastDay,
                Adjustments = series.Adjustments ?? [],
                HasUnknownAdjustment = series.HasUnknownAdjustment,
                HasQuotes = series.HasQuotes,
            };
            _spans.Add(found, spans);
            files.AddRange(spans.Select(span => new DataFile(
                span.Path, series.Files.First(file => span.Path.EndsWith(file.Name, StringComparison.Ordinal)).Sha256, span.Rows, 0, [])));
        }

        Series = [.. _spans.Keys];
        Files = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
        Actions = [.. wanted.Where(series => Series.Any(found => found.Symbol == series.Symbol)).SelectMany(series => series.Actions).Distinct()
            .OrderBy(action => action.Day).ThenBy(action => action.Symbol, StringComparer.Ordinal).ThenBy(action => action is Dividend)];
    }

    public IReadOnlyList<SourceSeries> Series { get; }

    public IReadOnlyList<DataFile> Files { get; }

    public IReadOnlyList<CorporateAction> Actions { get; }

    /// <summary>The files a source would read.</summary>
    /// <exception cref="InputException">The catalog, or a series in it, is missing or damaged.</exception>
    public static IReadOnlyList<string> PathsOf(BarSourceOptions.Catalog options) =>
        [.. Find(options).SelectMany(series => series.Files.Select(file => Path.Combine(series.Folder, file.Name)))];

    /// <summary>Opens the source the options describe.</summary>
    /// <exception cref="InputException">The catalog, a series or the range of days is missing, or a file is damaged.</exception>
    public static CatalogBarSource Open(BarSourceOptions.Catalog options)
    {
        IReadOnlyList<CatalogSeries> wanted = Find(options);
        var source = new CatalogBarSource(options, wanted);
        CatalogSeries? empty = wanted.FirstOrDefault(series => !source.Series.Any(found => found.Symbol == series.Symbol));
        if (empty is null || (source.Series.Count > 0 && options.Symbols.Count == 0))
            return source;
        throw new InputException(options.NoBars(
            FormattableString.Invariant(
                $"there are no bars of {empty.Symbol} on these days; the catalog has it from {empty.Files[0].FirstDay:yyyy-MM-dd} to {empty.Files[^1].LastDay:yyyy-MM-dd}."),
            "Set data.start and data.end to days in the catalog."));
    }

    public IBarReader Open(SourceSeries series) => new CatalogBarReader(series, _spans[series]);

    public void Dispose() => _spans.Clear();

    private static List<CatalogSeries> Find(BarSourceOptions.Catalog options)
    {
        if (string.IsNullOrWhiteSpace(options.Path))
            throw new InputException(options.Error("missing_path", "path", "a catalog needs a path.", "Write, for example, path: catalog."));
        string folder = Path.Combine(options.BaseDirectory, options.Path);
        if (!Directory.Exists(folder))
        {
            throw new InputException(options.Error(
                "missing_file", "path", $"there is no folder {folder}.", "Relative paths start from the run file's folder. Check that the catalog exists."));
        }

        string[] symbols = [.. options.Symbols.Distinct(StringComparer.Ordinal)];
        BarCatalog catalog = BarCatalog.Open(folder, symbols);
        List<CatalogSeries> wanted =
            [.. catalog.Series.Where(series => options.Timeframe is null || series.Timeframe == options.Timeframe)];
        List<InputError> errors = [.. symbols.Where(symbol => !wanted.Exists(series => series.Symbol == symbol))
            .Select(symbol => Missing(options, catalog, symbol))];
        if (errors.Count == 0 && wanted.Count == 0)
        {
            string there = string.Join(", ", catalog.Series.Select(series => series.Timeframe).Distinct());
            errors.Add(options.Error(
                "missing_series",
                "timeframe",
                there.Length == 0 ? "the catalog is empty." : $"the catalog has no bars of {options.Timeframe}; it has {there}.",
                "Import what is missing, or remove 'timeframe' to use what the catalog has."));
        }

        return errors.Count == 0 ? wanted : throw new InputException(errors);
    }

    private static InputError Missing(BarSourceOptions.Catalog options, BarCatalog catalog, string symbol)
    {
        string there = string.Join(", ", catalog.Series.Where(series => series.Symbol == symbol).Select(series => series.Timeframe));
        return there.Length == 0
            ? options.Error(
                "missing_symbol", "symbols", $"the catalog does not have {symbol}.",
                $"Symbols are case-sensitive. See backtest data info {options.Path}.")
            : options.Error(
                "missing_series", "timeframe", $"the catalog has no {options.Timeframe} bars of {symbol}; it has {there}.",
                "Import what is missing, or remove 'timeframe' to use what the catalog has.");
    }
}
