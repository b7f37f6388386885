using System.Globalization;

namespace Backtest.Tests;

/// <summary>
/// Independently computed figures in <c>tests/Goldens</c>, and runs worked out by hand in <c>tests/Cases</c>. A README in each folder describes
/// them.
/// </summary>
internal static class GoldenFiles
{
    /// <summary>The path of a file of figures.</summary>
    public static string Locate(params IEnumerable<string> path) => Find("Goldens", path);

    /// <summary>The run file of a case about fills.</summary>
    public static string FillCase(string name) => Find("Cases", ["fills", name, "run.yaml"]);

    /// <summary>The run file of a LEAN case.</summary>
    public static string LeanCase(string name) => Find("Cases", ["lean", $"{name}.yaml"]);

    /// <summary>The numbers of a table with a header, without the first columns.</summary>
    public static IEnumerable<double[]> Numbers(string file, int skippedColumns = 0) =>
        File.ReadLines(file).Skip(1).Select(line =>
            line.Split(',').Skip(skippedColumns).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray());

    private static string Find(string kind, IEnumerable<string> path)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Backtest.sln")))
            folder = folder.Parent;
        Assert.True(folder is not null, $"{AppContext.BaseDirectory} is not within the repository, where the figures are.");
        string file = Path.Combine([folder.FullName, "tests", kind, .. path]);
        Assert.True(File.Exists(file), $"{file} is not there.");
        return file;
    }
}
