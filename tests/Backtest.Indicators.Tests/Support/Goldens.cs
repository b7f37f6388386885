using System.Globalization;
using System.Text.Json;
using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Bars and indicator lines that were produced outside this project.</summary>
internal static class Goldens
{
    public static BarSeries IndicatorBars()
    {
        BarSeries bars = Bars.Empty();
        foreach (string[] cells in Rows("bars.csv").Skip(1))
            Bars.Add(bars, Number(cells[1]), Number(cells[2]), Number(cells[3]), Number(cells[4]));
        return bars;
    }

    /// <summary>The lines of the table, by name.</summary>
    public static IEnumerable<string> IndicatorLineNames() => Rows("lines.csv")[0].Where(name => name.Contains('.'));

    /// <summary>One line of the table, with NaN for blank cells.</summary>
    public static double[] IndicatorLine(string name)
    {
        string[][] rows = Rows("lines.csv");
        int column = Array.IndexOf(rows[0], name);
        return [.. rows.Skip(1).Select(cells => cells[column].Length == 0 ? double.NaN : Number(cells[column]))];
    }

    /// <summary>The rows and six-decimal values that another library's tests assert for a line.</summary>
    public static IEnumerable<(int Row, double Value)> IndicatorChecks(string name)
    {
        string[] parts = name.Split('.');
        using JsonDocument checks = JsonDocument.Parse(File.ReadAllBytes(GoldenFiles.Locate("indicators", "checks.json")));
        JsonElement check = checks.RootElement.EnumerateArray()
            .Single(element => element.GetProperty("test").GetString() == $"test_ind_{parts[0]}.py");
        int line = check.GetProperty("lines").EnumerateArray().Select(element => element.GetString()!).ToList().IndexOf(parts[1]);
        IEnumerable<int> rows = check.GetProperty("check_bar_index_0based").EnumerateArray().Select(element => element.GetInt32());

        // A list instead of a number holds alternatives, either of which is accepted.
        return [.. rows.Zip(check.GetProperty("expected")[line].EnumerateArray())
            .Where(pair => pair.Second.ValueKind == JsonValueKind.String)
            .Select(pair => (pair.First, Number(pair.Second.GetString()!)))];
    }

    private static string[][] Rows(string file) =>
        [.. File.ReadLines(GoldenFiles.Locate("indicators", file)).Select(line => line.Split(','))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
