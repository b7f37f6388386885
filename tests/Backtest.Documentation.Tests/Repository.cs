namespace Backtest.Tests;

/// <summary>The repository that contains the tests.</summary>
internal static class Repository
{
    /// <summary>The full path of a file in it.</summary>
    public static string Path(string relative)
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent!;
        return System.IO.Path.Combine(folder.FullName, relative);
    }
}
