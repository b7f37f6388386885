namespace Backtest.Plugins.Pattern;

/// <summary>
/// Selects a new pattern only once it has appeared on several consecutive bars; until then the previous one is kept. A breakout is selected at once,
/// because level and volume have confirmed it, and left at once when it is over.
/// </summary>
/// <param name="minimumDuration">The number of consecutive bars on which a new pattern must appear; at least 1.</param>
public sealed class PatternSelector(int minimumDuration)
{
    private ChartPattern? _taken;
    private ChartPattern? _candidate;
    private int _shown;

    /// <summary>Processes the pattern of the next bar.</summary>
    /// <returns>The selected pattern; <see langword="null"/> until one has appeared long enough.</returns>
    public ChartPattern? Select(ChartPattern pattern)
    {
        _shown = pattern == _candidate ? _shown + 1 : 1;
        _candidate = pattern;
        if (_shown >= minimumDuration || IsBreakout(pattern) || IsBreakout(_taken))
            _taken = pattern;
        return _taken;
    }

    private static bool IsBreakout(ChartPattern? pattern) => pattern is ChartPattern.BreakoutUp or ChartPattern.BreakoutDown;
}
