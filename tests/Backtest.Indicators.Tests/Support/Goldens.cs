using System.Globalization;
using System.Text.Json;
using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Bars and indicator lines that no part of this project produced.</summary>
internal static class Goldens
{
    /// <summary>The folder, or <see langword="null"/> where it is absent.</summary>
    private static string? Folder { get; } = Find();

    public static void SkipWhereAbsent() =>
        Assert.SkipWhen(Folder is null, "The goldens are absent: set BACKTEST_SHARED to the folder that holds goldens/.");

    public static BarSeries IndicatorBars()
    {
        BarSeries bars = Bars.Empty();
        foreach (string[] cells in Rows("bars.csv").Skip(1))
            Bars.Add(bars, Number(cells[1]), Number(cells[2]), Number(cells[3]), Number(cells[4]));
        return bars;
    }

    /// <summary>One line of the table; not a number where it is blank.</summary>
    public static double[] IndicatorLine(string name)
    {
        string[][] rows = Rows("lines.csv");
        int column = Array.IndexOf(rows[0], name);
        return [.. rows.Skip(1).Select(cells => cells[column].Length == 0 ? double.NaN : Number(cells[column]))];
    }

    /// <summary>The rows and six-decimal values another library's tests assert of a line.</summary>
    public static IEnumerable<(int Row, double Value)> IndicatorChecks(string name)
    {
        string[] parts = name.Split('.');
        using JsonDocument checks = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder!, "indicators", "checks.json")));
        JsonElement check = checks.RootElement.EnumerateArray()
            .Single(element => element.GetProperty("test").GetString() == $"test_ind_{parts[0]}.py");
        int line = check.GetProperty("lines").EnumerateArray().Select(element => element.GetString()!).ToList().IndexOf(parts[1]);
        IEnumerable<double> values = check.GetProperty("expected")[line].EnumerateArray().Select(element => Number(element.GetString()!));
        IEnumerable<int> rows = check.GetProperty("check_bar_index_0based").EnumerateArray().Select(element => element.GetInt32());
        return [.. rows.Zip(values)];
    }

    private static string[][] Rows(string file) =>
        [.. File.ReadLines(Path.Combine(Folder!, "indicators", file)).Select(line => line.Split(','))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string? Find()
    {
        string? shared = Environment.GetEnvironmentVariable("BACKTEST_SHARED");
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); shared is null && folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "global.json")))
                shared = Path.Combine(folder.FullName, "..", "shared");
        }
        string? goldens = shared is null ? null : Path.Combine(shared, "goldens");
        return Directory.Exists(goldens) ? goldens : null;
    }
}
