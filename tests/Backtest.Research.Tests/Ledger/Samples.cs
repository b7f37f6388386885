using Backtest.Research;

namespace Backtest.Tests;

/// <summary>Experiments and trials to record.</summary>
internal static class Samples
{
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static ExperimentEntry Experiment(string id = "e1", string family = "crosses", string name = "search") =>
        new(id, name, family, "runs/search", """{"method": "grid"}""", new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));

    public static string Key(int seed) => TrialKey.Of($"spec {seed}", "data", "1.0");

    public static TrialClaim Claim(int number) => new(number, Key(number));

    public static IReadOnlyList<TrialClaim> Claims(int first, int count) => [.. Enumerable.Range(first, count).Select(Claim)];

    public static TrialEntry Trial(int number, int? seed = null) => new(number, Key(seed ?? number))
    {
        SpecHash = $"spec {seed ?? number}",
        Parameters = $$"""{"fast": {{number}}}""",
        Objectives = """{"sharpe": 1.5}""",
        Metrics = """{"sharpe": 1.5, "trades": 12}""",
        EventHash = $"events {seed ?? number}",
        Seconds = 0.25,
    };

    public static IReadOnlyList<TrialEntry> Trials(int first, int count) => [.. Enumerable.Range(first, count).Select(number => Trial(number))];

    public static IEnumerable<int> Numbers(this IEnumerable<TrialClaim> claims) => claims.Select(claim => claim.Number);

    public static IEnumerable<int> Numbers(this IEnumerable<TrialEntry> trials) => trials.Select(trial => trial.Number);

    /// <summary>The code of the error an action throws.</summary>
    public static string CodeOf(Action action) => Assert.Throws<InputException>(action).Errors[0].Code;
}
