namespace Backtest.Tests;

/// <summary>Tests that count what the whole process does, and so run with no other beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
