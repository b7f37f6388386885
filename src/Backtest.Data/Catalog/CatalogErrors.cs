namespace Backtest.Data.Catalog;

/// <summary>What may be wrong with a catalog.</summary>
internal static class CatalogErrors
{
    /// <summary>What is told of a file that the index names and that is not there.</summary>
    public const string MissingFile = "the catalog's index names this file, and it is not there.";

    /// <summary>Throws when something is written in a format this version does not know.</summary>
    /// <exception cref="InputException">It is.</exception>
    public static void ThrowIfNewer(string path, int format)
    {
        if (format > CatalogLayout.Format)
        {
            throw new InputException(new InputError(
                "newer_catalog", $"this is written in format {format}, and this version reads formats up to {CatalogLayout.Format}.")
            {
                Position = new SourcePosition(path),
                Fix = "Use the newer version of the tool that wrote it, or import the bars again.",
            });
        }
    }

    /// <summary>A file is not as an import left it.</summary>
    public static InputException Damaged(string path, string what, string fix = "Delete the folder of the series and import it again.") =>
        new(new InputError("damaged_catalog", what) { Position = new SourcePosition(path), Fix = fix });

    /// <summary>The catalog cannot be written.</summary>
    public static InputException Unwritable(string path, Exception reason) =>
        new(new InputError("unwritable_catalog", $"the catalog cannot be written: {reason.Message}")
        {
            Position = new SourcePosition(path),
            Fix = "See that there is room and that you may write there; what was in the catalog is as it was. Then import again: what is done is not redone.",
        });
}
