namespace Backtest.Results;

/// <summary>A record of a plugin that a run used.</summary>
/// <param name="Package">The package that contains it.</param>
/// <param name="Id">Its id in the package.</param>
/// <param name="Version">The version of the package.</param>
/// <param name="Sha256">The SHA-256 of the package's content, in lowercase hexadecimal, or null if the plugin was given in code.</param>
public sealed record RunPlugin(string Package, string Id, string Version, string? Sha256);
