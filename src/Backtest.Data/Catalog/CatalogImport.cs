using Backtest.Data.Catalog.Importing;

namespace Backtest.Data.Catalog;

/// <summary>
/// Imports bars into a catalog. A series becomes visible only when it is complete, and a series whose input has not changed is left alone, so an
/// interrupted import resumes where it stopped.
/// </summary>
/// <param name="folder">The catalog, created if it does not exist.</param>
/// <param name="sources">Opens the sources to import.</param>
/// <param name="options">How to import.</param>
public sealed class CatalogImport(string folder, IBarSourceFactory sources, ImportOptions options)
{
    /// <summary>Imports all series of the given sources.</summary>
    /// <param name="inputs">The sources.</param>
    /// <param name="cancellation">Cancels the import; what was done is kept, the rest is unchanged.</param>
    /// <exception cref="InputException">A source is invalid, or the catalog cannot be written; series completed before that are kept.</exception>
    public ImportResult Run(IReadOnlyList<BarSourceOptions> inputs, CancellationToken cancellation = default)
    {
        using var catalog = new CatalogFolder(folder);
        IReadOnlyList<CatalogSeries> present = BarCatalog.OpenAsIs(folder, [], out _).Series;
        var imported = new List<ImportedSeries>();
        long skipped = 0;
        long bars = 0;
        foreach (BarSourceOptions source in inputs)
        {
            using ImportInput input = ImportInput.Open(source, sources, cancellation);
            for (int i = 0; i < input.Units.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                ImportUnit unit = input.Units[i];
                int done = i;
                options.Progress?.Report(new ImportProgress(unit.Name, bars, done, input.Units.Count));
                if (unit.FindUnchanged(present) is { } unchanged)
                {
                    imported.AddRange(unchanged.Select(series => new ImportedSeries(series, ImportOutcome.Unchanged)));
                    continue;
                }

                using var writer = new UnitWriter(catalog, present, unit, options.Replaces, count =>
                {
                    bars += count;
                    options.Progress?.Report(new ImportProgress(unit.Name, bars, done, input.Units.Count));
                });
                unit.Read(writer, cancellation);
                imported.AddRange(writer.Commit(TimeZoneOf(source)));
            }

            skipped += input.Complete();
        }

        return new ImportResult(imported, skipped);
    }

    // A folder and a catalog give each series a calendar, which knows the zone of its days.
    private static string TimeZoneOf(BarSourceOptions source) => source switch
    {
        BarSourceOptions.Csv csv => csv.TimeZone,
        BarSourceOptions.Synthetic synthetic => synthetic.TimeZone,
        BarSourceOptions.Plugin plugin => plugin.TimeZone,
        _ => "UTC",
    };
}
