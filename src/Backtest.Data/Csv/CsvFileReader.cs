using System.Security.Cryptography;
using Backtest.Data.Calendars;
using Backtest.Data.Files;
using Backtest.Data.Time;
using Sylvan.Data.Csv;

namespace Backtest.Data.Csv;

/// <summary>Reads files one after the other, each in one pass: its bars, its hash and what is wrong with its rows.</summary>
internal sealed class CsvFileReader(
    BarSourceOptions options, DataZone zone, BarPlacements placements, TimeFormat? format, RowErrors errors, CancellationToken cancellation)
{
    private const int BufferSize = 1 << 16;
    private const int LongestRow = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <returns>What it holds; <see langword="null"/>: its rows name no symbol, and nobody wants that of the file.</returns>
    /// <exception cref="InputException">The file is missing, empty, or no CSV file of bars.</exception>
    public CsvFile? Read(DataPath file)
    {
        using var hash = SHA256.Create();
        using var stream = new CryptoStream(file.Open(), hash, CryptoStreamMode.Read);
        using var text = new StreamReader(stream, bufferSize: BufferSize);
        var lines = new LineCounter();
        try
        {
            using CsvDataReader csv = CsvDataReader.Create(text, new CsvDataReaderOptions
            {
                Delimiter = options.Separator,
                BufferSize = BufferSize,
                MaxBufferSize = LongestRow,
                CommentHandler = (Action<CsvDataReader, string>)((_, _) => lines.PassComment()),
            });
            string[] headers = [.. Enumerable.Range(0, csv.FieldCount).Select(field => csv.GetName(field).Trim().Trim('<', '>'))];
            CsvColumns columns = CsvColumns.Find(headers, file.Path, options.Columns);
            var rows = new CsvRows(file, columns, options, placements);
            if (!columns.HasSymbol && rows.Wanted.Count == 0)
                return null;
            long skipped = ReadRows(file, csv, new CsvRow(csv, columns, new BarTimes(options, zone, format), options.HasDecimalComma), rows, lines);
            if (lines.Rows == 0)
                throw Wrong(0, "empty_file", "the file has a header and no rows", "Give it a line for each bar.");
            string[] ignored = [.. headers.Where((_, field) => !columns.Contains(field))];
            var record = new DataFile(
                file.Path, Convert.ToHexStringLower(hash.Hash!), rows.Wanted.Sum(symbol => (long)symbol.Bars.Count), skipped, ignored);
            return new CsvFile(record, [.. rows.Symbols], rows.Wanted);
        }
        catch (CsvMissingHeadersException)
        {
            throw Wrong(0, "empty_file", "the file is empty", "Give a file with a header line and a line for each bar.");
        }
        catch (Exception exception) when (exception is CsvFormatException or CsvRecordTooLargeException)
        {
            throw Wrong(
                lines.Next, "bad_csv", "a quoted field does not end as it should", "Close it with a quote, and double the quotes inside.");
        }

        catch (InvalidDataException exception)
        {
            throw DataFormats.Damaged(file.Path, exception);
        }

        InputException Wrong(int line, string code, string message, string fix) =>
            new(new InputError(code, message) { Position = new SourcePosition(file.Path, line), Fix = fix });
    }

    private long ReadRows(DataPath file, CsvDataReader csv, CsvRow row, CsvRows rows, LineCounter lines)
    {
        long skipped = 0;
        while (csv.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            lines.PassRow(csv.GetRawRecordSpan());
            if (row.IsBlank || rows.Take(row) is not { } problem)
                continue;
            if (errors.Skip(problem, file.Path, lines.Current))
                skipped++;
        }

        return skipped;
    }
}
