namespace Backtest.Data.Catalog;

/// <summary>A file of a catalog's series.</summary>
/// <param name="Name">Its name in the folder of the series.</param>
/// <param name="Sha256">The SHA-256 of its content when it was written, in lowercase hexadecimal.</param>
/// <param name="Bytes">Its size in bytes.</param>
/// <param name="Rows">The number of bars.</param>
/// <param name="FirstDay">The trading day of its first bar.</param>
/// <param name="LastDay">The trading day of its last bar.</param>
public sealed record CatalogFile(string Name, string Sha256, long Bytes, long Rows, DateOnly FirstDay, DateOnly LastDay);
