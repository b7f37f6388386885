namespace Backtest.Tests.Samples;

/// <summary>The samples of the repository.</summary>
internal static class SampleFiles
{
    /// <summary>The whole hierarchy on twenty years of the S&amp;P 500.</summary>
    public static string Hierarchy { get; } = Find("hierarchy.yaml");

    /// <summary>The shortest run file.</summary>
    public static string FirstRun { get; } = Find("first-run.yaml");

    /// <summary>Two strategies in a container of a sample plugin.</summary>
    public static string Netting { get; } = Find("netting.yaml");

    /// <summary>Trades on minutes, with decisions on longer bars.</summary>
    public static string Timeframes { get; } = Find("timeframes.yaml");

    /// <summary>A strategy that ranks symbols against each other.</summary>
    public static string Ranking { get; } = Find("momentum-ranking.yaml");

    private static string Find(string name)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Backtest.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("Backtest.sln is not above the tests."), "samples", name);
    }
}
