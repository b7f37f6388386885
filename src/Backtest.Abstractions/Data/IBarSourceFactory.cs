namespace Backtest;

/// <summary>Opens bar sources.</summary>
public interface IBarSourceFactory
{
    /// <summary>Opens the source a run file names.</summary>
    /// <exception cref="InputException">The source is unknown, or what it reads is missing, empty or wrong.</exception>
    IBarSource Open(BarSourceOptions options, CancellationToken cancellation);
}
