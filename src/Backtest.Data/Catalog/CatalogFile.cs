namespace Backtest.Data.Catalog;

/// <summary>A file of a catalog's series.</summary>
/// <param name="Name">Its name in the folder of the series.</param>
/// <param name="Sha256">The SHA-256 of its content, in lower-case hexadecimal, as it was when it was written.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Rows">Its bars.</param>
/// <param name="FirstDay">The trading day of its first bar.</param>
/// <param name="LastDay">The trading day of its last bar.</param>
public sealed record CatalogFile(string Name, string Sha256, long Bytes, long Rows, DateOnly FirstDay, DateOnly LastDay);
