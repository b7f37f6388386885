namespace Backtest.Tests.Lean;

/// <summary>
/// The sample data in LEAN's repository. Its prices are credited to AlgoSeek and QuantQuote, and we may not redistribute them, so the tests in this
/// folder are built only where <see cref="Variable"/> names the folder of that data.
/// </summary>
internal static class LeanSamples
{
    private const string Variable = "BACKTEST_LEAN_DATA";

    /// <summary>The path of the data folder, or a path in it.</summary>
    public static string Locate(params string[] path)
    {
        string? folder = Environment.GetEnvironmentVariable(Variable);
        Assert.True(folder is not null, $"{Variable} was set when the tests were built, but is not now.");
        return Path.Combine([folder, .. path]);
    }
}
