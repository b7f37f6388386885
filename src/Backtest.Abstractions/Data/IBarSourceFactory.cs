namespace Backtest;

/// <summary>Opens bar sources.</summary>
public interface IBarSourceFactory
{
    /// <summary>Opens the sources a run file names, as one.</summary>
    /// <param name="sources">The sources; at least one.</param>
    /// <param name="cancellation">Heard while data is read.</param>
    /// <exception cref="InputException">
    /// A source is unknown, what it reads is missing, empty or wrong, or two have the same bars.
    /// </exception>
    IBarSource Open(IReadOnlyList<BarSourceOptions> sources, CancellationToken cancellation);
}
