namespace Backtest.Engine;

/// <summary>The time a run spent in each stage, in seconds. Nothing else in a run depends on it.</summary>
/// <param name="Reading">Waiting for bars, merged into turns.</param>
/// <param name="Indicators">Indicators and classifiers.</param>
/// <param name="Trading">Portfolios: strategies, risk, execution and the ledger.</param>
/// <param name="Recording">Recording results.</param>
public sealed record StageTimes(double Reading, double Indicators, double Trading, double Recording);

/// <summary>Sums the times between laps, each for the stage that the lap ends.</summary>
internal sealed class StageClock(TimeProvider clock)
{
    private readonly TimeSpan[] _times = new TimeSpan[Enum.GetValues<Stage>().Length];
    private long _stamp = clock.GetTimestamp();

    /// <summary>The stages of a chunk, in order.</summary>
    public enum Stage
    {
        /// <summary>Waiting for bars.</summary>
        Reading,

        /// <summary>Indicators and classifiers.</summary>
        Indicators,

        /// <summary>Portfolios.</summary>
        Trading,

        /// <summary>Recording results.</summary>
        Recording,
    }

    /// <summary>The measured times.</summary>
    public StageTimes Times => new(
        _times[(int)Stage.Reading].TotalSeconds, _times[(int)Stage.Indicators].TotalSeconds, _times[(int)Stage.Trading].TotalSeconds,
        _times[(int)Stage.Recording].TotalSeconds);

    /// <summary>Ends a stage and begins the next.</summary>
    public void End(Stage stage)
    {
        long now = clock.GetTimestamp();
        _times[(int)stage] += clock.GetElapsedTime(_stamp, now);
        _stamp = now;
    }
}
