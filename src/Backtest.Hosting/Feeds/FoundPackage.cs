namespace Backtest.Hosting;

/// <summary>A plugin package that a source offers.</summary>
/// <param name="Id">The package's id.</param>
/// <param name="Version">The newest version among those requested.</param>
/// <param name="Description">The author's description.</param>
/// <param name="Tags">The tags; those of plugins name their kinds.</param>
/// <param name="Source">The name of the source.</param>
public sealed record FoundPackage(string Id, string Version, string Description, IReadOnlyList<string> Tags, string Source);
