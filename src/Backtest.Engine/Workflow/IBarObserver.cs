namespace Backtest.Engine;

/// <summary>Observes the bars of a run and the indicators its strategies read, without trading.</summary>
public interface IBarObserver
{
    /// <summary>Called before the first bar.</summary>
    /// <param name="data">What is observed.</param>
    void Begin(ObservedData data);

    /// <summary>Takes a chunk. Bars and values are valid until it returns.</summary>
    /// <param name="chunk">The bars.</param>
    /// <returns>Whether it wants to see more.</returns>
    bool Observe(BarChunk chunk);
}

/// <summary>What an <see cref="IBarObserver"/> observes.</summary>
/// <param name="Instruments">The instruments, by index.</param>
/// <param name="Strategies">The strategies, portfolio by portfolio, each on each instrument it works on.</param>
public sealed record ObservedData(IReadOnlyList<Instrument> Instruments, IReadOnlyList<ObservedStrategy> Strategies);
