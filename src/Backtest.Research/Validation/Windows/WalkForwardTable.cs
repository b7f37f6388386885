using Backtest.Results;

namespace Backtest.Research;

/// <summary>Writes <c>walk-forward.parquet</c>, with one row per traded day.</summary>
internal static class WalkForwardTable
{
    private static readonly ColumnSchema[] Columns =
    [
        new("day", ColumnType.Text, IsNullable: false), new("window", ColumnType.Integer, IsNullable: false),
        new("return", ColumnType.Real, IsNullable: false), new("wealth", ColumnType.Real, IsNullable: false),
    ];

    /// <summary>Writes the table atomically.</summary>
    public static void Write(string file, IReadOnlyList<TestedDays> tested) => WholeFile.WriteTable(file, Columns, table =>
    {
        double wealth = 1;
        foreach (TestedDays test in tested)
        {
            foreach ((DateOnly day, double value) in test.Days.Zip(test.Returns))
            {
                wealth *= 1 + value;
                table.Text(day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
                table.Integer(test.Window.Number);
                table.Real(value);
                table.Real(wealth);
                table.EndRow();
            }
        }
    });
}
