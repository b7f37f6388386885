using Backtest.Data.Csv;
using Backtest.Data.Files;

namespace Backtest.Data.Records;

/// <summary>
/// Reads a small CSV file in one pass, row by row, and collects what is wrong with it. Headers are case-insensitive; all are required.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="comment">The character that begins a comment line, or <see langword="null"/> for none.</param>
/// <param name="headers">The columns.</param>
internal sealed class RecordFile(string path, char? comment, params string[] headers)
{
    private const int ErrorsShown = 10;

    private readonly List<InputError> _errors = [];
    private FieldReader? _rows;

    /// <summary>Reads the rows.</summary>
    /// <param name="take">Receives the fields of a row, in the order of the headers, trimmed.</param>
    /// <param name="cancellation">Checked between rows.</param>
    /// <returns>The SHA-256 of the file's content, in lowercase hexadecimal.</returns>
    /// <exception cref="InputException">The file cannot be read, is not such a file, or has an invalid row.</exception>
    public string Read(Action<string[]> take, CancellationToken cancellation)
    {
        using var content = new HashedStream(SmallFile.Open(path, SmallFile.MostOfRecords));
        using var text = new StreamReader(content);
        _rows = new FieldReader(text, separator: ',', comment);
        try
        {
            if (!_rows.Read())
                throw new InputException(At(0, "empty_file", "the file is empty", $"Add the header {string.Join(',', headers)}."));
            int[] fields = Find([.. Row()]);
            int count = _rows.Count;
            while (_rows.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                string[] row = [.. Row()];
                if (row.Length == count)
                    take([.. fields.Select(field => row[field])]);
                else
                    Error("ragged_row", $"the row has {row.Length} fields, the header {count}", "Write one field for each header.");
            }
        }
        catch (FieldException exception)
        {
            throw new InputException(exception.At(path, _rows.Line));
        }

        return _errors.Count == 0 ? content.Complete() : throw new InputException([.. _errors.Take(ErrorsShown)]);
    }

    /// <summary>Adds an error about the current row.</summary>
    public void Error(string code, string message, string fix) => _errors.Add(At(_rows!.Line, code, message, fix));

    private IEnumerable<string> Row()
    {
        for (int field = 0; field < _rows!.Count; field++)
            yield return _rows[field].ToString();
    }

    private int[] Find(string[] found)
    {
        int[] fields = [.. headers.Select(header => Array.FindIndex(found, name => name.Equals(header, StringComparison.OrdinalIgnoreCase)))];
        InputError[] missing = [.. headers.Where((_, i) => fields[i] < 0).Select(header => At(
            1, "missing_column", $"there is no header {header}; the headers are {string.Join(", ", found)}",
            $"The file needs the header {string.Join(',', headers)}."))];
        return missing.Length == 0 ? fields : throw new InputException(missing);
    }

    private InputError At(int line, string code, string message, string fix) =>
        new(code, message) { Position = new SourcePosition(path, line), Fix = fix };
}
