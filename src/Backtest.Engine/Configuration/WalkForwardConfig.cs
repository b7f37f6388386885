namespace Backtest.Engine;

/// <summary>
/// A walk-forward: the search is made again in each of several windows of time, and what was best in it is traded in the days that follow
/// (Pardo, 1992).
/// </summary>
public sealed record WalkForwardConfig : ValidationConfig
{
    /// <summary>The word that chooses it.</summary>
    public const string Word = "walk_forward";

    /// <inheritdoc/>
    public override string Type => Word;

    /// <summary>Whether each search begins with the first day, rather than as long before its test as the first one.</summary>
    public bool IsAnchored { get; init; }

    /// <summary>How long is searched; where windows are anchored, in the first of them.</summary>
    public required WindowLength Train { get; init; }

    /// <summary>How long what was best is traded.</summary>
    public required WindowLength Test { get; init; }

    /// <summary>How far tests are apart, or null where each begins where the one before ends.</summary>
    public WindowLength? Step { get; init; }

    /// <summary>How long nothing is done between a search and its test.</summary>
    public WindowLength Gap { get; init; }

    /// <summary>Whether positions are closed at the end of each test, rather than carried into the next.</summary>
    public bool ClosesPositions { get; init; }

    /// <summary>Whether a last test is left out that has not all of its days.</summary>
    public bool DropsPartial { get; init; }
}
