namespace Backtest.Data.Catalog;

/// <summary>
/// Limits a series to the requested days: files outside of them are not opened, and those at the edges are read only to find the edge.
/// </summary>
internal static class CatalogRange
{
    private const int RowsAtOnce = 1;

    /// <summary>The rows of a series on the requested days.</summary>
    /// <exception cref="InputException">A file is missing or damaged.</exception>
    public static IReadOnlyList<FileSpan> Cut(CatalogSeries series, DateOnly? start, DateOnly? end) =>
        [.. series.Files.Where(file => !(file.LastDay < start) && !(file.FirstDay > end))
            .Select(file => Cut(series, file, start, end)).Where(span => span.Rows > 0)];

    private static FileSpan Cut(CatalogSeries series, CatalogFile file, DateOnly? start, DateOnly? end)
    {
        string path = Path.Combine(series.Folder, file.Name);
        var found = new FileInfo(path);
        if (!found.Exists)
            throw CatalogErrors.MissingFile(path);
        if (found.Length != file.Bytes)
            throw CatalogErrors.Damaged(path, FormattableString.Invariant($"the file has {found.Length} bytes, but the catalog's index lists {file.Bytes}."));
        if (!(file.FirstDay < start) && !(file.LastDay > end))
            return new FileSpan(path, 0, file.Rows);
        using var reader = new BarFileReader(path, hasVolume: false, hasQuotes: false, RowsAtOnce, isWhole: false);
        long first = file.FirstDay < start ? reader.RowsBefore(start.Value.DayNumber) : 0;
        long last = file.LastDay > end ? reader.RowsBefore(end.Value.DayNumber + 1) : file.Rows;
        return new FileSpan(path, first, last - first);
    }
}
