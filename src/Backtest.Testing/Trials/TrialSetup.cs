using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>How a plugin is run once.</summary>
internal sealed record TrialSetup
{
    /// <summary>The bars of each instrument.</summary>
    public required IReadOnlyList<BarSeries> Bars { get; init; }

    /// <summary>The classifier above; <see langword="null"/> if there is none.</summary>
    public ScriptedRegimes? Regimes { get; init; }

    /// <summary>The timeframe a strategy or classifier runs on; <see langword="null"/> for that of the bars.</summary>
    public Timeframe? Timeframe { get; init; }

    /// <summary>The seed of all random numbers.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many copies of the plugin run next to the examined one, declared before it.</summary>
    public int Siblings { get; init; }

    /// <summary>How many containers may run at once.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether portfolios take each turn individually, as a plugin sees them by default.</summary>
    public bool TakesEveryTurn { get; init; } = true;

    /// <summary>A risk manager gets one of this many possible signals.</summary>
    public int SignalRarity { get; init; } = 1;

    /// <summary>The approximate memory of a chunk, in bytes; by default, all bars are in one chunk.</summary>
    public int ChunkBytes { get; init; } = 1 << 30;

    /// <summary>The row of the first signal a risk manager gets.</summary>
    public int FirstSignal { get; init; }

    /// <summary>Observes the examined copy, for one run; <see langword="null"/> to create one.</summary>
    public SubjectObserver? Observer { get; init; }

    /// <summary>Observed by plugins that work long.</summary>
    public CancellationToken Cancellation { get; init; }
}
