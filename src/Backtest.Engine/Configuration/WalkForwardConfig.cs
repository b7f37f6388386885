namespace Backtest.Engine;

/// <summary>
/// A walk-forward: the search is repeated in each of several windows of time, and the best parameters are traded in the days that follow (Pardo,
/// 1992).
/// </summary>
public sealed record WalkForwardConfig : ValidationConfig
{
    /// <summary>The word that chooses it.</summary>
    public const string Word = "walk_forward";

    /// <inheritdoc/>
    public override string Type => Word;

    /// <summary>Where searches begin, and whether there is one for each regime.</summary>
    public WalkForwardMode Mode { get; init; }

    /// <summary>Whether each search begins with the first day, rather than as long before its test as the first one.</summary>
    public bool IsAnchored => Mode == WalkForwardMode.Anchored;

    /// <summary>How long is searched; with anchored windows, in the first of them.</summary>
    public required WindowLength Train { get; init; }

    /// <summary>How long the best parameters are traded.</summary>
    public required WindowLength Test { get; init; }

    /// <summary>The distance between tests, or null if each begins where the one before ends.</summary>
    public WindowLength? Step { get; init; }

    /// <summary>How long nothing is done between a search and its test.</summary>
    public WindowLength Gap { get; init; }

    /// <summary>
    /// The classifier by whose regimes parameters are searched, if <see cref="Mode"/> is <see cref="WalkForwardMode.ByRegime"/>: the name of a
    /// classifier with a reference; otherwise null.
    /// </summary>
    public string? Classifier { get; init; }

    /// <summary>How many trades a trial must have entered in a regime to win in it.</summary>
    public int MinimumTrades { get; init; } = 20;

    /// <summary>Whether windows are counted in trades, and so follow from results.</summary>
    public bool FollowsFromTrades =>
        Train.Unit == WindowUnit.Trades || Test.Unit == WindowUnit.Trades || Step is { Unit: WindowUnit.Trades };

    /// <summary>Whether positions are closed at the end of each test, rather than carried into the next.</summary>
    public bool ClosesPositions { get; init; }

    /// <summary>Whether a last test that does not have all of its days is left out.</summary>
    public bool DropsPartial { get; init; }
}
