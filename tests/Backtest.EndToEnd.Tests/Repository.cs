namespace Backtest.Tests;

/// <summary>The repository that contains the tests.</summary>
internal static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
