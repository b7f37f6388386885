namespace Backtest.Hosting;

/// <summary>A plugin package a source offers.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The newest version that was asked for.</param>
/// <param name="Description">What it is, in its author's words.</param>
/// <param name="Tags">Its tags; those of plugins name their kinds.</param>
/// <param name="Source">The name of the source.</param>
public sealed record FoundPackage(string Id, string Version, string Description, IReadOnlyList<string> Tags, string Source);
