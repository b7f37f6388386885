namespace Backtest.Tests.Watching;

/// <summary>
/// Tests of what leaves memory, after all others: while code is being compiled for the first time anywhere in the process, the runtime puts
/// off compiling better what it knows, and keeps hold of it.
/// </summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
