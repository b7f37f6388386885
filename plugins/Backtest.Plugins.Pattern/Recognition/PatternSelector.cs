namespace Backtest.Plugins.Pattern;

/// <summary>
/// Takes a new pattern only once it showed on several bars in a row; until then the old one stays. A breakout is taken at once, for
/// level and volume have confirmed it, and left at once when it is over.
/// </summary>
/// <param name="minimumDuration">The bars in a row a new pattern must show; at least 1.</param>
public sealed class PatternSelector(int minimumDuration)
{
    private ChartPattern? _taken;
    private ChartPattern? _candidate;
    private int _shown;

    /// <summary>Takes the pattern of the next bar.</summary>
    /// <returns>The pattern to go by; <see langword="null"/> until one showed long enough.</returns>
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
