namespace Backtest.Results;

/// <summary>A plugin a run used, for the record.</summary>
/// <param name="Package">The package it came in.</param>
/// <param name="Id">Its id in the package.</param>
/// <param name="Version">The version of the package.</param>
/// <param name="Sha256">The SHA-256 of the package's content, in lower-case hexadecimal, or null if given in code.</param>
public sealed record RunPlugin(string Package, string Id, string Version, string? Sha256);
