namespace Backtest.Configuration;

/// <summary>A plugin that a specification names, by its content.</summary>
/// <param name="Kind">The kind's id, such as <c>strategy</c>.</param>
/// <param name="Id">Its id, as the run names it.</param>
/// <param name="Sha256">The SHA-256 of what it came in, in lower-case hexadecimal.</param>
public sealed record SpecPlugin(string Kind, string Id, string Sha256);
