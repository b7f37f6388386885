using System.Globalization;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>Writes <c>splits.parquet</c>, with one row per split of a cross-validation.</summary>
internal static class SplitsTable
{
    private static readonly ColumnSchema[] Columns =
    [
        new("split", ColumnType.Integer, IsNullable: false), new("test_folds", ColumnType.Text, IsNullable: false),
        new("train_days", ColumnType.Integer, IsNullable: false), new("test_days", ColumnType.Integer, IsNullable: false),
        new("trial", ColumnType.Real, IsNullable: true), new("inside", ColumnType.Real, IsNullable: true),
        new("outside", ColumnType.Real, IsNullable: true), new("beaten", ColumnType.Real, IsNullable: true),
    ];

    /// <summary>Writes the table atomically.</summary>
    public static void Write(string file, IReadOnlyList<SplitResult> splits) => WholeFile.WriteTable(file, Columns, table =>
    {
        foreach (SplitResult split in splits)
        {
            table.Integer(split.Number);
            table.Text(string.Join(' ', split.TestFolds.Select(fold => fold.ToString(CultureInfo.InvariantCulture))));
            table.Integer(split.TrainDays);
            table.Integer(split.TestDays);
            table.Real(split.Trial ?? double.NaN);
            table.Real(split.Inside ?? double.NaN);
            table.Real(split.Outside ?? double.NaN);
            table.Real(split.Beaten ?? double.NaN);
            table.EndRow();
        }
    });
}
