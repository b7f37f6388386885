using Backtest.Data.Files;
using Backtest.Data.Rows;
using Backtest.Data.Time;

namespace Backtest.Data.Csv;

/// <summary>Reads a file in one pass: its bars, its hash and what is wrong with its rows.</summary>
internal sealed class CsvReading : IDisposable
{
    private const int BufferSize = 1 << 16;

    private readonly DataPath _file;
    private readonly CsvLayout _layout;
    private readonly RowErrors _errors;
    private readonly CancellationToken _cancellation;
    private readonly HashedStream _content;
    private readonly StreamReader _text;
    private readonly FieldReader _fields;
    private readonly CsvRow _row;
    private long _read;
    private long _skipped;

    /// <summary>Opens a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="layout">How it is written.</param>
    /// <param name="options">The options of the run file.</param>
    /// <param name="zone">The zone of its days.</param>
    /// <param name="rows">Receives its bars.</param>
    /// <param name="errors">Collects its invalid rows.</param>
    /// <param name="cancellation">Cancels reading.</param>
    /// <exception cref="InputException">The file is damaged.</exception>
    public CsvReading(
        DataPath file, CsvLayout layout, BarSourceOptions.Csv options, DataZone zone, CsvRows rows, RowErrors errors, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _file = file;
        _layout = layout;
        _errors = errors;
        Rows = rows;
        _content = new HashedStream(file.Open());
        _text = new StreamReader(_content, layout.Encoding, detectEncodingFromByteOrderMarks: true, BufferSize);
        try
        {
            for (int line = 1; line < layout.FirstLine; line++)
                _text.ReadLine();
        }
        catch (InvalidDataException exception)
        {
            Dispose();
            throw DataFormats.Damaged(file.Path, exception);
        }

        _fields = new FieldReader(_text, layout.Separator, options.Comment, layout.FirstLine);
        _row = new CsvRow(_fields, layout, new BarTimes(options, zone, layout.Times));
    }

    /// <summary>The bars read so far.</summary>
    public CsvRows Rows { get; }

    /// <summary>The content of the file, once it has been read completely.</summary>
    public CsvFile? Result { get; private set; }

    /// <summary>Reads more rows.</summary>
    /// <param name="rows">The maximum number of rows.</param>
    /// <returns>Whether there may be more.</returns>
    /// <exception cref="InputException">The file is damaged or has no rows, or a row shows an error of the whole file.</exception>
    public bool Read(int rows)
    {
        _cancellation.ThrowIfCancellationRequested();
        try
        {
            for (; rows > 0; rows--)
            {
                if (!_fields.Read())
                {
                    Result ??= Complete();
                    return false;
                }

                _read++;
                if (Rows.Take(_row) is { } problem && _errors.Skip(problem, _file.Path, _row.Line))
                    _skipped++;
            }

            return true;
        }
        catch (FieldException exception)
        {
            throw new InputException(exception.At(_file.Path, _fields.Line));
        }
        catch (InvalidDataException exception)
        {
            throw DataFormats.Damaged(_file.Path, exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _text.Dispose();

    private CsvFile Complete()
    {
        foreach ((RowProblem problem, int line) in Rows.Finish())
            _skipped += _errors.Skip(problem, _file.Path, line) ? 1 : 0;
        _errors.PassFile(_file.Path, _read, _layout.Warnings);
        if (_read == 0)
            throw new InputException(new InputError("empty_file", "the file has a header but no rows")
            {
                Position = new SourcePosition(_file.Path, 0),
                Fix = "Add a line for each bar.",
            });
        long bars = Rows.Wanted.Sum(symbol => symbol.Count);
        var record = new DataFile(_file.Path, _content.Complete(), bars, _skipped, _layout.Ignored) { Format = _layout.Format };
        return new CsvFile(record, [.. Rows.Symbols], Rows.Wanted) { Warnings = [.. _layout.Warnings, .. Rows.Warnings()] };
    }
}
