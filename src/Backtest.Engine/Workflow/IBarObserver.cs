namespace Backtest.Engine;

/// <summary>Observes the bars of a run and the indicators its strategies read, without trading.</summary>
public interface IBarObserver
{
    /// <summary>Called before the first bar.</summary>
    /// <param name="data">The observed data.</param>
    void Begin(ObservedData data);

    /// <summary>Called for each chunk. Bars and values are valid until the method returns.</summary>
    /// <param name="chunk">The bars.</param>
    /// <returns>Whether to continue.</returns>
    bool Observe(BarChunk chunk);
}

/// <summary>The data that an <see cref="IBarObserver"/> observes.</summary>
/// <param name="Instruments">The instruments, by index.</param>
/// <param name="Strategies">The strategies, by portfolio, each on each instrument it works on.</param>
public sealed record ObservedData(IReadOnlyList<Instrument> Instruments, IReadOnlyList<ObservedStrategy> Strategies);
