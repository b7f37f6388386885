namespace Backtest.Hosting;

/// <summary>How far a download is.</summary>
/// <param name="Id">The package.</param>
/// <param name="Version">Its version.</param>
/// <param name="Source">The name of the source.</param>
/// <param name="Bytes">How much is here.</param>
/// <param name="TotalBytes">How much there is; <see langword="null"/>: the source does not say.</param>
public sealed record DownloadProgress(string Id, string Version, string Source, long Bytes, long? TotalBytes);
