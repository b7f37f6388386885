namespace Backtest.Plugins.Hmm;

/// <summary>The names of a model's states, in order of increasing mean return.</summary>
public static class RegimeNames
{
    private static readonly string[] Two = ["bear", "bull"];
    private static readonly string[] Three = ["bear", "neutral", "bull"];

    /// <summary>The names for a number of states: bear, bull; bear, neutral, bull; or state_1, state_2 and so on.</summary>
    /// <param name="states">The number of states.</param>
    public static IReadOnlyList<string> For(int states) => states switch
    {
        2 => Two,
        3 => Three,
        _ => [.. Enumerable.Range(1, states).Select(number => $"state_{number}")],
    };
}
