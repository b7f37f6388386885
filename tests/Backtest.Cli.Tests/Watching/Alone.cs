namespace Backtest.Tests.Watching;

/// <summary>
/// Runs tests about unloading after all others: while code is compiled for the first time anywhere in the process, the runtime postpones
/// recompilation and keeps references to what it will recompile.
/// </summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
