namespace Backtest.Engine;

/// <summary>
/// A walk-forward: the search is repeated in each of several windows of time, and the best parameters are traded in the days that follow (Pardo,
/// 1992).
/// </summary>
public sealed record WalkForwardConfig : ValidationConfig
{
    /// <summary>The name of this type in run files.</summary>
    public const string Word = "walk_forward";

    /// <inheritdoc/>
    public override string Type => Word;

    /// <summary>Where the searches begin, and whether there is one for each regime.</summary>
    public WalkForwardMode Mode { get; init; }

    /// <summary>Whether each search begins with the first day; otherwise it has the same length as the first one.</summary>
    public bool IsAnchored => Mode == WalkForwardMode.Anchored;

    /// <summary>The length of a search window; for anchored windows, of the first one.</summary>
    public required WindowLength Train { get; init; }

    /// <summary>The length of a test, in which the best parameters are traded.</summary>
    public required WindowLength Test { get; init; }

    /// <summary>The distance between tests, or null if each begins where the one before ends.</summary>
    public WindowLength? Step { get; init; }

    /// <summary>The length of the gap between a search and its test.</summary>
    public WindowLength Gap { get; init; }

    /// <summary>
    /// The classifier for whose regimes parameters are searched, if <see cref="Mode"/> is <see cref="WalkForwardMode.ByRegime"/>: the name of a
    /// classifier with a reference; otherwise null.
    /// </summary>
    public string? Classifier { get; init; }

    /// <summary>The number of trades a trial must have entered in a regime to win in it.</summary>
    public int MinimumTrades { get; init; } = 20;

    /// <summary>Whether windows are counted in trades, and so depend on results.</summary>
    public bool FollowsFromTrades =>
        Train.Unit == WindowUnit.Trades || Test.Unit == WindowUnit.Trades || Step is { Unit: WindowUnit.Trades };

    /// <summary>Whether positions are closed at the end of each test; otherwise they are carried into the next.</summary>
    public bool ClosesPositions { get; init; }

    /// <summary>Whether an incomplete last test is omitted.</summary>
    public bool DropsPartial { get; init; }
}
