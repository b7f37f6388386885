using System.Text.Json;

namespace Backtest.Data.Catalog;

/// <summary>Reads and writes the index beside a series' bars.</summary>
internal static class SeriesIndex
{
    /// <summary>Reads the index of a folder.</summary>
    /// <exception cref="InputException">The index is missing, damaged, or belongs to another folder.</exception>
    public static CatalogSeries Read(string folder)
    {
        string path = Path.Combine(folder, CatalogLayout.IndexFile);
        if (!File.Exists(path))
            throw CatalogErrors.Damaged(folder, $"the folder has no {CatalogLayout.IndexFile}, so its bars are unknown.");
        CatalogSeries? series;
        try
        {
            series = JsonSerializer.Deserialize(File.ReadAllBytes(path), CatalogJsonContext.Default.CatalogSeries);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw CatalogErrors.Damaged(path, $"the index cannot be read: {exception.Message}");
        }

        string? root = Path.GetDirectoryName(Path.GetDirectoryName(folder));
        if (series is null or { Files: [] } || CatalogLayout.SeriesFolder(root ?? "", series.Symbol, series.Timeframe) != folder)
            throw CatalogErrors.Damaged(path, "the index does not belong to this folder.");
        return series with { Folder = folder };
    }

    /// <summary>Writes the index of a folder.</summary>
    public static void Write(string folder, CatalogSeries series)
    {
        using var file = new FileStream(Path.Combine(folder, CatalogLayout.IndexFile), FileMode.CreateNew);
        JsonSerializer.Serialize(file, series, CatalogJsonContext.Default.CatalogSeries);
        file.Flush(flushToDisk: true);
    }
}
