namespace Backtest.Engine;

/// <summary>Looks at the bars of a run and at the indicators its strategies read, while nobody trades.</summary>
public interface IBarObserver
{
    /// <summary>Before the first bar.</summary>
    /// <param name="data">What is looked at.</param>
    void Begin(ObservedData data);

    /// <summary>Takes a chunk. Bars and values are there until it returns.</summary>
    /// <param name="chunk">The bars.</param>
    /// <returns>Whether it wants to see more.</returns>
    bool Observe(BarChunk chunk);
}

/// <summary>What an <see cref="IBarObserver"/> looks at.</summary>
/// <param name="Instruments">The instruments, by index.</param>
/// <param name="Strategies">The strategies, portfolio by portfolio, each on each instrument it works on.</param>
public sealed record ObservedData(IReadOnlyList<Instrument> Instruments, IReadOnlyList<ObservedStrategy> Strategies);
