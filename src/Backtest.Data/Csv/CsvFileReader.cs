using System.Security.Cryptography;
using Backtest.Data.Calendars;
using Backtest.Data.Files;
using Backtest.Data.Rows;
using Backtest.Data.Time;

namespace Backtest.Data.Csv;

/// <summary>Reads files one after the other, each in one pass: its bars, its hash and what is wrong with its rows.</summary>
internal sealed class CsvFileReader(
    BarSourceOptions.Csv options, DataZone zone, BarPlacements placements, RowErrors errors, CancellationToken cancellation)
{
    private const int BufferSize = 1 << 16;
    private const int RowsBetweenChecks = 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="layout">How it is written.</param>
    /// <param name="drain">
    /// Takes the bars of a symbol away as they gather, so that a file of any length needs little memory; <see langword="null"/>: they stay.
    /// </param>
    /// <returns>What it holds; <see langword="null"/>: its rows name no symbol, and that of the file is not wanted.</returns>
    /// <exception cref="InputException">The file is damaged or has no rows, or a fault of the whole file was found in one.</exception>
    public CsvFile? Read(DataPath file, CsvLayout layout, Action<SymbolRows>? drain = null)
    {
        var rows = new CsvRows(file, layout, options, placements, drain);
        if (!layout.Columns.HasSymbol && rows.Wanted.Count == 0)
            return null;
        using var hash = SHA256.Create();
        using var stream = new CryptoStream(file.Open(), hash, CryptoStreamMode.Read);
        using var text = new StreamReader(stream, layout.Encoding, detectEncodingFromByteOrderMarks: true, BufferSize);
        FieldReader? fields = null;
        try
        {
            for (int line = 1; line < layout.FirstLine; line++)
                text.ReadLine();
            fields = new FieldReader(text, layout.Separator, options.Comment, layout.FirstLine);
            (long read, long skipped) = ReadRows(file, fields, new CsvRow(fields, layout, new BarTimes(options, zone, layout.Times)), rows);
            if (read == 0)
                throw Wrong(file, 0, "empty_file", "the file has a header and no rows", "Give it a line for each bar.");
            string sha256 = Convert.ToHexStringLower(hash.Hash!);
            var record = new DataFile(file.Path, sha256, rows.Wanted.Sum(symbol => symbol.Count), skipped, layout.Ignored) { Format = layout.Format };
            return new CsvFile(record, [.. rows.Symbols], rows.Wanted) { Warnings = [.. layout.Warnings, .. rows.Warnings()] };
        }
        catch (FormatException)
        {
            throw Wrong(
                file, fields!.Line, "bad_csv", "a quoted field does not end as it should", "Close it with a quote, and double the quotes inside.");
        }
        catch (InvalidDataException exception)
        {
            throw DataFormats.Damaged(file.Path, exception);
        }
    }

    private (long Read, long Skipped) ReadRows(DataPath file, FieldReader fields, CsvRow row, CsvRows rows)
    {
        long skipped = 0;
        long read = 0;
        while (fields.Read())
        {
            if (read++ % RowsBetweenChecks == 0)
                cancellation.ThrowIfCancellationRequested();
            if (rows.Take(row) is { } problem && errors.Skip(problem, file.Path, row.Line))
                skipped++;
        }

        foreach ((RowProblem problem, int line) in rows.Finish())
            skipped += errors.Skip(problem, file.Path, line) ? 1 : 0;
        errors.PassFile(file.Path, read);
        return (read, skipped);
    }

    private static InputException Wrong(DataPath file, int line, string code, string message, string fix) =>
        new(new InputError(code, message) { Position = new SourcePosition(file.Path, line), Fix = fix });
}
