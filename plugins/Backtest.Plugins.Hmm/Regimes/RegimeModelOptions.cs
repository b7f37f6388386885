namespace Backtest.Plugins.Hmm;

/// <summary>What a <see cref="RegimeModel"/> learns, when and from which observations.</summary>
public sealed record RegimeModelOptions
{
    /// <summary>The number of states.</summary>
    public int States { get; init; } = 3;

    /// <summary>The number of features of an observation.</summary>
    public int Features { get; init; } = 1;

    /// <summary>The number of observations before the first training.</summary>
    public int Train { get; init; } = 500;

    /// <summary>The number of observations between refits; 0 for no refits.</summary>
    public int Refit { get; init; } = 63;

    /// <summary>The observations a refit learns from.</summary>
    public WindowKind Window { get; init; }

    /// <summary>The number of starts of the first training.</summary>
    public int Starts { get; init; } = 5;

    /// <summary>The seed of the starts.</summary>
    public ulong Seed { get; init; }

    /// <summary>The options of each training.</summary>
    public BaumWelchOptions Training { get; init; } = new();
}
