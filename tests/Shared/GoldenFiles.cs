using System.Globalization;

namespace Backtest.Tests;

/// <summary>Figures that no part of this project produced. Tests that need them are skipped where they are absent.</summary>
internal static class GoldenFiles
{
    /// <summary>The path of a file; skips the test where it is absent.</summary>
    public static string Locate(params string[] path)
    {
        string file = Path.Combine([Shared() ?? "", "goldens", .. path]);
        Assert.SkipUnless(File.Exists(file), "The goldens are absent: set BACKTEST_SHARED to the folder that holds goldens/.");
        return file;
    }

    /// <summary>The numbers of a table with a header, leaving out the first columns.</summary>
    public static IEnumerable<double[]> Numbers(string file, int skippedColumns = 0) =>
        File.ReadLines(file).Skip(1).Select(line =>
            line.Split(',').Skip(skippedColumns).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray());

    /// <summary>The folder beside the repository that holds figures and data from outside; <see langword="null"/>: there is none.</summary>
    public static string? Shared()
    {
        if (Environment.GetEnvironmentVariable("BACKTEST_SHARED") is { } given)
            return given;
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent;
        return folder is null ? null : Path.Combine(folder.FullName, "..", "shared");
    }
}
