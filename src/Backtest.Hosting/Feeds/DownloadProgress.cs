namespace Backtest.Hosting;

/// <summary>The progress of a download.</summary>
/// <param name="Id">The package's id.</param>
/// <param name="Version">The package's version.</param>
/// <param name="Source">The name of the source.</param>
/// <param name="Bytes">The number of bytes downloaded.</param>
/// <param name="TotalBytes">The total number of bytes; <see langword="null"/> if the source does not report it.</param>
public sealed record DownloadProgress(string Id, string Version, string Source, long Bytes, long? TotalBytes);
