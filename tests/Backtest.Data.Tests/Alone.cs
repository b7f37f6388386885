namespace Backtest.Tests;

/// <summary>Tests that count activity of the whole process, and therefore run alone.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
