using System.Globalization;
using System.Text;

namespace Backtest.Results;

/// <summary>Reads CSV tables in the format of <see cref="CsvTableWriter"/>, with columns in any order.</summary>
internal static class CsvTableReader
{
    /// <summary>The names of the columns.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static IReadOnlyList<string> Header(string path)
    {
        try
        {
            using var text = new StreamReader(path, Encoding.UTF8);
            var cells = new List<string?>();
            return ReadRecord(text, cells) ? [.. cells.Select(cell => cell ?? "")] : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw TableErrors.Unreadable(path, exception);
        }
    }

    /// <summary>Reads columns.</summary>
    /// <returns>The number of rows.</returns>
    /// <exception cref="InputException">The file cannot be read, a column is missing, or a cell does not match its column's type.</exception>
    public static int Read(string path, IReadOnlyList<ReadColumn> columns)
    {
        try
        {
            using var text = new StreamReader(path, Encoding.UTF8);
            var cells = new List<string?>();
            if (!ReadRecord(text, cells))
                throw TableErrors.Missing(path, columns[0].Schema.Name);
            int[] places = [.. columns.Select(column => cells.IndexOf(column.Schema.Name) is >= 0 and var place
                ? place
                : throw TableErrors.Missing(path, column.Schema.Name))];
            int width = cells.Count;
            int rows = 0;
            for (; ReadRecord(text, cells); rows++)
            {
                if (cells.Count != width)
                    throw TableErrors.Wrong(path, columns[0].Schema.Name, rows, $"{cells.Count} cells", $"{width}, as in the header");
                for (int i = 0; i < columns.Count; i++)
                    Add(columns[i], cells[places[i]], path, rows);
            }

            return rows;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw TableErrors.Unreadable(path, exception);
        }
    }

    private static void Add(ReadColumn column, string? cell, string path, int row)
    {
        switch (column.Schema.Type)
        {
            case ColumnType.Text:
                column.Texts.Add(cell);
                break;
            case ColumnType.Time:
                column.Integers.Add(cell is null ? null : Time(cell) ?? throw Wrong("a moment such as 2024-01-31T16:00:00Z"));
                break;
            case ColumnType.Integer:
                column.Integers.Add(cell is null ? null
                    : long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer) ? integer : throw Wrong("a whole number"));
                break;
            default:
                column.Reals.Add(cell is null ? double.NaN
                    : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : throw Wrong("a number"));
                break;
        }

        InputException Wrong(string expected) => TableErrors.Wrong(path, column.Schema.Name, row, $"'{cell}'", expected);
    }

    private static long? Time(string cell) => DateTime.TryParse(
        cell, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out DateTime time) ? time.Ticks : null;

    /// <summary>Reads a record according to RFC 4180; a cell without quotes and characters is empty.</summary>
    /// <returns>Whether there is one.</returns>
    private static bool ReadRecord(StreamReader text, List<string?> cells)
    {
        cells.Clear();
        if (text.Peek() < 0)
            return false;
        var cell = new StringBuilder();
        bool isQuoted = false;
        bool isInside = false;
        while (true)
        {
            int next = text.Read();
            if (isInside && next >= 0)
            {
                if (next != '"')
                    cell.Append((char)next);
                else if (text.Peek() == '"')
                    cell.Append((char)text.Read());
                else
                    isInside = false;
            }
            else if (next == '"')
            {
                (isInside, isQuoted) = (true, true);
            }
            else if (next is ',' or '\n' or < 0)
            {
                cells.Add(cell.Length == 0 && !isQuoted ? null : cell.ToString());
                if (next != ',')
                    return true;
                cell.Clear();
                isQuoted = false;
            }
            else if (next != '\r')
            {
                cell.Append((char)next);
            }
        }
    }
}
