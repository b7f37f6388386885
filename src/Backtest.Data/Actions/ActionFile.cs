using System.Security.Cryptography;
using Backtest.Data.Csv;
using Backtest.Data.Files;
using Backtest.Data.Options;
using Sylvan.Data.Csv;

namespace Backtest.Data.Actions;

/// <summary>Reads a file of splits and dividends: a row for each, under the headers symbol, date, type and value.</summary>
internal sealed class ActionFile
{
    private const int ErrorsShown = 10;

    private readonly string _path;
    private readonly IReadOnlySet<string> _symbols;
    private readonly HashSet<CorporateAction> _seen = [];
    private readonly List<CorporateAction> _actions = [];
    private readonly List<InputError> _errors = [];

    private ActionFile(string path, IReadOnlySet<string> symbols)
    {
        _path = path;
        _symbols = symbols;
    }

    /// <summary>The file's path.</summary>
    public static string PathOf(BarSourceOptions options) => Path.Combine(options.BaseDirectory, options.Actions!).Replace('\\', '/');

    /// <summary>Reads the actions of the symbols there are; rows of others are passed over.</summary>
    /// <exception cref="InputException">The file is missing, or a row of it is wrong.</exception>
    public static (IReadOnlyList<CorporateAction> Actions, DataFile File) Read(
        BarSourceOptions options, IReadOnlySet<string> symbols, CancellationToken cancellation)
    {
        string path = PathOf(options);
        if (!File.Exists(path))
        {
            throw new InputException(options.Error(
                "missing_file", "actions", $"there is no file {path}.",
                "Relative paths start from the run file's folder; see that the file is there."));
        }

        var file = new ActionFile(path, symbols);
        string hash = file.Read(cancellation);
        if (file._errors.Count > 0)
            throw new InputException([.. file._errors.Take(ErrorsShown)]);
        return (file._actions, new DataFile(path, hash, file._actions.Count, SkippedRows: 0, IgnoredColumns: []));
    }

    private string Read(CancellationToken cancellation)
    {
        using var hash = SHA256.Create();
        using var stream = new CryptoStream(new DataPath(_path, "").Open(), hash, CryptoStreamMode.Read);
        using var text = new StreamReader(stream);
        var lines = new LineCounter();
        try
        {
            using CsvDataReader csv = CsvDataReader.Create(text, new CsvDataReaderOptions
            {
                CommentHandler = (Action<CsvDataReader, string>)((_, _) => lines.PassComment()),
            });
            ActionColumns columns = ActionColumns.Find([.. Enumerable.Range(0, csv.FieldCount).Select(field => csv.GetName(field).Trim())], _path);
            while (csv.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                lines.PassRow(csv.GetRawRecordSpan());
                Take(csv, columns, lines.Current);
            }
        }
        catch (CsvMissingHeadersException)
        {
            throw new InputException(Error(0, "empty_file", "the file is empty", $"Give it the header {ActionColumns.Header}."));
        }
        catch (Exception exception) when (exception is CsvFormatException or CsvRecordTooLargeException)
        {
            throw new InputException(Error(
                lines.Next, "bad_csv", "a quoted field does not end as it should", "Close it with a quote, and double the quotes inside."));
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }

    private void Take(CsvDataReader csv, ActionColumns columns, int line)
    {
        if (csv.RowFieldCount == 1 && csv.GetFieldSpan(0).IsWhiteSpace())
            return;
        if (csv.RowFieldCount != csv.FieldCount)
        {
            _errors.Add(Error(
                line, "ragged_row", $"the row has {csv.RowFieldCount} fields, the header {csv.FieldCount}", "Give it a field for each header."));
            return;
        }

        string symbol = csv.GetString(columns.Symbol).Trim();
        if (!ActionText.TryParseDay(csv.GetString(columns.Date).Trim(), out DateOnly day))
        {
            _errors.Add(Error(
                line, "bad_date", $"'{csv.GetString(columns.Date)}' is no date", "Write the ex-date, year first: 2014-06-09."));
            return;
        }

        string value = csv.GetString(columns.Value).Trim();
        switch (csv.GetString(columns.Type).Trim().ToLowerInvariant())
        {
            case "split" when ActionText.TryParseRatio(value, out decimal ratio):
                Add(new Split(symbol, day, ratio), line);
                break;
            case "split":
                _errors.Add(Error(
                    line, "bad_ratio", $"'{value}' is no ratio of a split",
                    "Write units after for each unit before, above zero: 7, 7:1, or 1:10 where ten become one."));
                break;
            case "dividend" when ActionText.TryParseAmount(value, out decimal amount):
                Add(new Dividend(symbol, day, amount), line);
                break;
            case "dividend":
                _errors.Add(Error(
                    line, "bad_amount", $"'{value}' is no dividend", "Write money for each share, above zero: 0.82."));
                break;
            default:
                _errors.Add(Error(
                    line, "unknown_type", $"'{csv.GetString(columns.Type)}' is no type of action; expected split or dividend",
                    "Write split or dividend, or take the row out."));
                break;
        }
    }

    private void Add(CorporateAction action, int line)
    {
        // Two splits on a day, or one dividend written twice, are slips; an ordinary and a special dividend may go together.
        CorporateAction key = action is Split split ? split with { Ratio = 0 } : action;
        if (!_seen.Add(key))
        {
            _errors.Add(Error(
                line, "repeated_action", $"{action.Symbol} has this {(action is Split ? "split" : "dividend")} on {action.Day:yyyy-MM-dd} already",
                "Take one of the rows out."));
        }
        else if (_symbols.Contains(action.Symbol))
            _actions.Add(action);
    }

    private InputError Error(int line, string code, string message, string fix) =>
        new(code, message) { Position = new SourcePosition(_path, line), Fix = fix };
}
