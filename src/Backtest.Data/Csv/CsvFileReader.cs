using System.Security.Cryptography;
using Backtest.Data.Calendars;
using Backtest.Data.Files;
using Backtest.Data.Rows;
using Backtest.Data.Time;
using Sylvan.Data.Csv;

namespace Backtest.Data.Csv;

/// <summary>Reads files one after the other, each in one pass: its bars, its hash and what is wrong with its rows.</summary>
internal sealed class CsvFileReader(
    BarSourceOptions.Csv options, DataZone zone, BarPlacements placements, TimeFormat? format, RowErrors errors, CancellationToken cancellation)
{
    private const int BufferSize = 1 << 16;
    private const int LongestRow = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="drain">
    /// Takes the bars of a symbol away as they gather, so that a file of any length needs little memory; <see langword="null"/>: they stay.
    /// </param>
    /// <returns>What it holds; <see langword="null"/>: its rows name no symbol, and nobody wants that of the file.</returns>
    /// <exception cref="InputException">The file is missing, empty, or no CSV file of bars.</exception>
    public CsvFile? Read(DataPath file, Action<SymbolRows>? drain = null)
    {
        using var hash = SHA256.Create();
        return Open(file, hash, (csv, lines) =>
        {
            string[] headers = Headers(csv);
            CsvColumns columns = CsvColumns.Find(headers, file.Path, options.Columns);
            var rows = new CsvRows(file, columns, options, placements, drain);
            if (!columns.HasSymbol && rows.Wanted.Count == 0)
                return null;
            long skipped = ReadRows(file, csv, Row(csv, columns), rows, lines);
            if (lines.Rows == 0)
                throw Wrong(file, 0, "empty_file", "the file has a header and no rows", "Give it a line for each bar.");
            string[] ignored = [.. headers.Where((_, field) => !columns.Contains(field))];
            var record = new DataFile(
                file.Path, Convert.ToHexStringLower(hash.Hash!), rows.Wanted.Sum(symbol => symbol.Count), skipped, ignored);
            return new CsvFile(record, [.. rows.Symbols], rows.Wanted);
        });
    }

    /// <summary>Reads the header of a file and the first time in it.</summary>
    /// <exception cref="InputException">The file is missing, empty, or no CSV file of bars.</exception>
    public CsvHead Peek(DataPath file)
    {
        using var hash = SHA256.Create();
        return Open(file, hash, (csv, lines) =>
        {
            CsvColumns columns = CsvColumns.Find(Headers(csv), file.Path, options.Columns);
            CsvRow row = Row(csv, columns);
            while (csv.Read())
            {
                if (row.IsBlank || row.CheckShape() is not null)
                    continue;
                string symbol = columns.HasSymbol ? row.Symbol.ToString() : file.Symbol;
                if (row.ReadTime(placements.Of(symbol), out BarTime time) is null)
                    return new CsvHead(file, columns.HasSymbol, columns.HasVolume, time.Start);
            }

            return new CsvHead(file, columns.HasSymbol, columns.HasVolume, long.MinValue);
        });
    }

    private static string[] Headers(CsvDataReader csv) =>
        [.. Enumerable.Range(0, csv.FieldCount).Select(field => csv.GetName(field).Trim().Trim('<', '>'))];

    private CsvRow Row(CsvDataReader csv, CsvColumns columns) =>
        new(csv, columns, new BarTimes(options, zone, format), options.HasDecimalComma);

    private T Open<T>(DataPath file, SHA256 hash, Func<CsvDataReader, LineCounter, T> read)
    {
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
            return read(csv, lines);
        }
        catch (CsvMissingHeadersException)
        {
            throw Wrong(file, 0, "empty_file", "the file is empty", "Give a file with a header line and a line for each bar.");
        }
        catch (Exception exception) when (exception is CsvFormatException or CsvRecordTooLargeException)
        {
            throw Wrong(
                file, lines.Next, "bad_csv", "a quoted field does not end as it should", "Close it with a quote, and double the quotes inside.");
        }
        catch (InvalidDataException exception)
        {
            throw DataFormats.Damaged(file.Path, exception);
        }
    }

    private static InputException Wrong(DataPath file, int line, string code, string message, string fix) =>
        new(new InputError(code, message) { Position = new SourcePosition(file.Path, line), Fix = fix });

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
