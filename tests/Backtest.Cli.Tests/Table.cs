using System.Globalization;

namespace Backtest.Tests;

/// <summary>Reads CSV tables without quotes.</summary>
internal static class Table
{
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string file)
    {
        string[][] lines = [.. File.ReadLines(file).Select(line => line.Split(','))];
        return lines[1..].Select(line => lines[0].Zip(line).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    /// <summary>Columns of a row as plain decimals, so that 1.50 equals 1.5.</summary>
    public static string Decimals(this IReadOnlyDictionary<string, string> row, params IEnumerable<string> columns) =>
        string.Join(' ', columns.Select(column => Plain(decimal.Parse(row[column], CultureInfo.InvariantCulture))));

    private static string Plain(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
