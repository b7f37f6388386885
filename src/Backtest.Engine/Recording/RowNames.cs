namespace Backtest.Engine;

/// <summary>The names behind the indexes in rows of one container.</summary>
/// <param name="Container">The name of the portfolio or classifier.</param>
/// <param name="Strategies">The portfolio's strategies, in declaration order.</param>
/// <param name="States">The classifier's states, by index.</param>
public sealed record RowNames(string Container, IReadOnlyList<string> Strategies, IReadOnlyList<string> States)
{
    private readonly string[] _strategies = [.. Strategies];

    /// <summary>The names of a portfolio.</summary>
    public static RowNames OfPortfolio(string name, IReadOnlyList<string> strategies) => new(name, strategies, []);

    /// <summary>The names of a classifier.</summary>
    public static RowNames OfClassifier(ClassifierDescription classifier) => new(classifier.Name, [], classifier.States);

    /// <summary>The name of a strategy, by its index.</summary>
    public string Strategy(int index) => _strategies[index];

    /// <summary>The name of a state; −1 is <see cref="RegimeEvent.Unknown"/>.</summary>
    public string State(int index) => index < 0 ? RegimeEvent.Unknown : States[index];
}
