using System.Security.Cryptography;
using Backtest.Data.Files;
using Backtest.Data.Rows;
using Sylvan.Data.Csv;

namespace Backtest.Data.Records;

/// <summary>
/// Reads a small CSV file in one pass, row by row, and collects what is wrong with it. Headers match without case; all are required.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="headers">The columns.</param>
internal sealed class RecordFile(string path, params string[] headers)
{
    private const int ErrorsShown = 10;

    private readonly List<InputError> _errors = [];
    private readonly LineCounter _lines = new();

    /// <summary>Reads the rows.</summary>
    /// <param name="take">Takes the fields of a row, in the order of the headers, trimmed.</param>
    /// <param name="cancellation">Heard between rows.</param>
    /// <returns>The SHA-256 of the file's content, in lower-case hexadecimal.</returns>
    /// <exception cref="InputException">The file cannot be read, is no such file, or a row of it is wrong.</exception>
    public string Read(Action<string[]> take, CancellationToken cancellation)
    {
        using var hash = SHA256.Create();
        using var stream = new CryptoStream(new DataPath(path, Entry: null, Symbol: "").Open(), hash, CryptoStreamMode.Read);
        using var text = new StreamReader(stream);
        try
        {
            using CsvDataReader csv = CsvDataReader.Create(text, new CsvDataReaderOptions
            {
                CommentHandler = (Action<CsvDataReader, string>)((_, _) => _lines.PassComment()),
            });
            int[] fields = Find([.. Enumerable.Range(0, csv.FieldCount).Select(field => csv.GetName(field).Trim())]);
            while (csv.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                _lines.PassRow(csv.GetRawRecordSpan());
                if (csv.RowFieldCount == 1 && csv.GetFieldSpan(0).IsWhiteSpace())
                    continue;
                if (csv.RowFieldCount == csv.FieldCount)
                {
                    take([.. fields.Select(field => csv.GetString(field).Trim())]);
                }
                else
                {
                    Error(
                        "ragged_row", $"the row has {csv.RowFieldCount} fields, the header {csv.FieldCount}",
                        "Give it a field for each header.");
                }
            }
        }
        catch (CsvMissingHeadersException)
        {
            throw new InputException(At(0, "empty_file", "the file is empty", $"Give it the header {string.Join(',', headers)}."));
        }
        catch (Exception exception) when (exception is CsvFormatException or CsvRecordTooLargeException)
        {
            throw new InputException(At(
                _lines.Next, "bad_csv", "a quoted field does not end as it should", "Close it with a quote, and double the quotes inside."));
        }

        return _errors.Count == 0 ? Convert.ToHexStringLower(hash.Hash!) : throw new InputException([.. _errors.Take(ErrorsShown)]);
    }

    /// <summary>Says what is wrong with the row at hand.</summary>
    public void Error(string code, string message, string fix) => _errors.Add(At(_lines.Current, code, message, fix));

    private int[] Find(string[] found)
    {
        int[] fields = [.. headers.Select(header => Array.FindIndex(found, name => name.Equals(header, StringComparison.OrdinalIgnoreCase)))];
        InputError[] missing = [.. headers.Where((_, i) => fields[i] < 0).Select(header => At(
            1, "missing_column", $"no header is {header}; the headers are {string.Join(", ", found)}",
            $"This file has the header {string.Join(',', headers)}."))];
        return missing.Length == 0 ? fields : throw new InputException(missing);
    }

    private InputError At(int line, string code, string message, string fix) =>
        new(code, message) { Position = new SourcePosition(path, line), Fix = fix };
}
