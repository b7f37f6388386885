using Backtest.Data.Options;
using Backtest.Data.Records;

namespace Backtest.Data.Actions;

/// <summary>Reads a file of splits, dividends, delistings and renames: one per row, under the headers symbol, date, type and value.</summary>
internal sealed class ActionFile
{
    private readonly IReadOnlySet<string>? _symbols;
    private readonly RecordFile _file;
    private readonly HashSet<CorporateAction> _seen = [];
    private readonly List<CorporateAction> _actions = [];

    private ActionFile(string path, char? comment, IReadOnlySet<string>? symbols)
    {
        _symbols = symbols;
        _file = new RecordFile(path, comment, "symbol", "date", "type", "value");
    }

    /// <summary>The file's path.</summary>
    public static string PathOf(BarSourceOptions options) => Path.Combine(options.BaseDirectory, options.Actions!).Replace('\\', '/');

    /// <summary>The renames in a source's file, by day; empty if the source names no file or the file has none.</summary>
    /// <exception cref="InputException">The file is missing, or one of its rows is invalid.</exception>
    public static IReadOnlyList<Rename> ReadRenames(BarSourceOptions options, CancellationToken cancellation) => options.Actions is null
        ? []
        : [.. Read(options, symbols: null, cancellation).Actions.OfType<Rename>().OrderBy(rename => rename.Day)];

    /// <summary>Reads the actions of the available symbols and skips rows of others.</summary>
    /// <param name="options">The source, which names the file.</param>
    /// <param name="symbols">The available symbols, or <see langword="null"/> to read all that the file has.</param>
    /// <param name="cancellation">Cancels reading.</param>
    /// <exception cref="InputException">The file is missing, or one of its rows is invalid.</exception>
    public static (IReadOnlyList<CorporateAction> Actions, DataFile File) Read(
        BarSourceOptions options, IReadOnlySet<string>? symbols, CancellationToken cancellation)
    {
        string path = PathOf(options);
        if (!File.Exists(path))
        {
            throw new InputException(options.Error(
                "missing_file", "actions", $"there is no file {path}.",
                "Relative paths start from the run file's folder. Check that the file exists."));
        }

        var file = new ActionFile(path, options.ActionsComment, symbols);
        string hash = file._file.Read(file.Take, cancellation);
        return (file._actions, new DataFile(path, hash, file._actions.Count, SkippedRows: 0, IgnoredColumns: []));
    }

    private void Take(string[] fields)
    {
        (string symbol, string date, string type, string value) = (fields[0], fields[1], fields[2], fields[3]);
        if (!RecordText.TryParseDay(date, out DateOnly day))
        {
            _file.Error("bad_date", $"'{date}' is not a valid date", "Write the ex-date, year first: 2014-06-09.");
            return;
        }

        switch (type.ToLowerInvariant())
        {
            case "split" when RecordText.TryParseRatio(value, out decimal ratio):
                Add(new Split(symbol, day, ratio));
                break;
            case "split":
                _file.Error(
                    "bad_ratio", $"'{value}' is not a valid split ratio",
                    "Write the number of units after the split for each unit before it, above zero: 7, 7:1, or 1:10 if ten become one.");
                break;
            case "dividend" when RecordText.TryParseAmount(value, out decimal amount):
                Add(new Dividend(symbol, day, amount));
                break;
            case "dividend":
                _file.Error("bad_amount", $"'{value}' is not a valid dividend", "Write the money paid for each share, above zero: 0.82.");
                break;
            case "delisting" when value.Length == 0:
                Add(new Delisting(symbol, day, Price: null));
                break;
            case "delisting" when RecordText.TryParsePrice(value, out decimal price):
                Add(new Delisting(symbol, day, price));
                break;
            case "delisting":
                _file.Error(
                    "bad_price", $"'{value}' is not a valid final price",
                    "Write the money paid for each unit held, 0 or more: 12.50. Leave it empty to settle at the last price.");
                break;
            case "rename" when value.Length > 0 && value != symbol:
                Add(new Rename(symbol, day, value));
                break;
            case "rename":
                _file.Error("bad_symbol", $"'{value}' is not a valid new symbol of {symbol}", "Write the symbol from that day on: FB,2022-06-09,rename,META.");
                break;
            default:
                _file.Error(
                    "unknown_type",
                    $"'{type}' is not a type of action; expected split, dividend, delisting or rename",
                    "Write split, dividend, delisting or rename, or remove the row.");
                break;
        }
    }

    private void Add(CorporateAction action)
    {
        // Two splits or delistings on one day, or one dividend written twice, are mistakes; an ordinary and a special dividend may share a day.
        CorporateAction key = action switch
        {
            Split split => split with { Ratio = 0 },
            Delisting delisting => delisting with { Price = 0 },
            Rename rename => rename with { NewSymbol = "" },
            _ => action,
        };
        if (!_seen.Add(key))
        {
            _file.Error(
                "repeated_action", $"{action.Symbol} has this {action.GetType().Name.ToLowerInvariant()} on {action.Day:yyyy-MM-dd} twice",
                "Remove one of the rows.");
        }
        else if (_symbols is null || _symbols.Contains(action.Symbol))
            _actions.Add(action);
    }
}
