using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>How a plugin is run once.</summary>
internal sealed record TrialSetup
{
    /// <summary>The bars of each instrument.</summary>
    public required IReadOnlyList<BarSeries> Bars { get; init; }

    /// <summary>What says the regimes above; <see langword="null"/>: no classifier is.</summary>
    public ScriptedRegimes? Regimes { get; init; }

    /// <summary>The timeframe a strategy or classifier is put on; <see langword="null"/>: that of the bars.</summary>
    public Timeframe? Timeframe { get; init; }

    /// <summary>Where all randomness starts from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many copies of the plugin run beside the one looked at, declared before it.</summary>
    public int Siblings { get; init; }

    /// <summary>How many containers may run at once.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether portfolios take each turn by itself, as a plugin is to see them where nothing else is said.</summary>
    public bool TakesEveryTurn { get; init; } = true;

    /// <summary>Of how many signals a risk manager might get it gets one.</summary>
    public int SignalRarity { get; init; } = 1;

    /// <summary>About the memory of a chunk; all bars are in one where nothing else is said.</summary>
    public int ChunkBytes { get; init; } = 1 << 30;

    /// <summary>The row of the first signal a risk manager gets.</summary>
    public int FirstSignal { get; init; }

    /// <summary>Watches the copy looked at, for one run; <see langword="null"/>: one is made.</summary>
    public SubjectObserver? Observer { get; init; }

    /// <summary>Heard by plugins that work long.</summary>
    public CancellationToken Cancellation { get; init; }
}
