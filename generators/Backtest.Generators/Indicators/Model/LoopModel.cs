namespace Backtest.Generators.Indicators.Model;

/// <summary>The loop for one contract of an indicator.</summary>
/// <param name="Reads">What the contract reads: <c>Series</c>, <c>Pair</c> or <c>Bar</c>.</param>
/// <param name="Value">The type of the values.</param>
/// <param name="IsExplicit">Whether the author implements the contract explicitly, so that it must be called through it.</param>
internal sealed record LoopModel(string Reads, string Value, bool IsExplicit);
