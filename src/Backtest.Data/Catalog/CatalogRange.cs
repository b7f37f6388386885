namespace Backtest.Data.Catalog;

/// <summary>Cuts a series to the days wanted: files outside of them are not opened, those at their edges read where the edge is.</summary>
internal static class CatalogRange
{
    private const int RowsAtOnce = 1;

    /// <summary>The rows of a series on the days wanted.</summary>
    /// <exception cref="InputException">A file is missing or is not as it was written.</exception>
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
            throw CatalogErrors.Damaged(path, FormattableString.Invariant($"the file has {found.Length} bytes, and the catalog's index says {file.Bytes}."));
        if (!(file.FirstDay < start) && !(file.LastDay > end))
            return new FileSpan(path, 0, file.Rows);
        using var reader = new BarFileReader(path, hasVolume: false, hasQuotes: false, RowsAtOnce, isWhole: false);
        long first = file.FirstDay < start ? reader.RowsBefore(start.Value.DayNumber) : 0;
        long last = file.LastDay > end ? reader.RowsBefore(end.Value.DayNumber + 1) : file.Rows;
        return new FileSpan(path, first, last - first);
    }
}
