namespace Backtest.Data.Catalog;

/// <summary>Errors about a catalog.</summary>
internal static class CatalogErrors
{
    /// <summary>Throws if a file has a format this version does not know.</summary>
    /// <exception cref="InputException">The format is newer.</exception>
    public static void ThrowIfNewer(string path, int format)
    {
        if (format > CatalogLayout.Format)
        {
            throw new InputException(new InputError(
                "newer_catalog", $"this is written in format {format}, but this version reads formats up to {CatalogLayout.Format}.")
            {
                Position = new SourcePosition(path),
                Fix = "Use the newer version of the tool that wrote it, or import the bars again.",
            });
        }
    }

    /// <summary>A file of bars is missing: an import renewed the series after its index was read, or the file was deleted.</summary>
    public static InputException MissingFile(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        bool isRenewed = File.Exists(Path.Combine(folder, CatalogLayout.IndexFile))
            && SeriesIndex.Read(folder).Files.All(file => file.Name != Path.GetFileName(path));
        return isRenewed
            ? new InputException(new InputError("renewed_series", "an import renewed the series while it was being read.")
            {
                Position = new SourcePosition(path),
                Fix = "Run it again.",
            })
            : Damaged(path, "the catalog's index lists this file, but it does not exist.");
    }

    /// <summary>A file differs from what an import wrote.</summary>
    public static InputException Damaged(string path, string what, string fix = "Delete the folder of the series and import it again.") =>
        new(new InputError("damaged_catalog", what) { Position = new SourcePosition(path), Fix = fix });

    /// <summary>The catalog cannot be written.</summary>
    public static InputException Unwritable(string path, Exception reason) =>
        new(new InputError("unwritable_catalog", $"the catalog cannot be written: {reason.Message}")
        {
            Position = new SourcePosition(path),
            Fix = "Check that the disk has free space and that you have permission to write there, then import again. Existing content of the catalog is unchanged, and finished parts are not imported again.",
        });
}
