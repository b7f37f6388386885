namespace Backtest.Tests.Lean;

/// <summary>LEAN's own sample data. Tests that need it are skipped where it is absent.</summary>
internal static class LeanSamples
{
    /// <summary>The data folder, or a path in it; skips the test where it is absent.</summary>
    public static string Locate(params string[] path)
    {
        string folder = Path.Combine(GoldenFiles.Shared() ?? "", "data", "lean");
        Assert.SkipUnless(Directory.Exists(folder), "LEAN's sample data is absent: set BACKTEST_SHARED to the folder that holds data/lean.");
        return Path.Combine([folder, .. path]);
    }
}
