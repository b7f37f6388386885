using Backtest.Abstractions.Runtime;
using Backtest.Data.Csv.Recognition;

namespace Backtest.Data.Csv;

/// <summary>Finds columns by their headers, ignoring case, and collects what is wrong with them.</summary>
internal sealed class ColumnFinder(IReadOnlyList<string> headers, string path, int line, IReadOnlyDictionary<string, string> mapping)
{
    private const int LongestList = 300;
    private const int OtherPrices = 3; // open, high and low

    private readonly string[] _normalized = [.. headers.Select(ColumnNames.Normalize)];
    private readonly List<InputError> _errors = [];
    private readonly List<string> _missing = []; // required columns without any of their usual headers

    /// <summary>The field of a required column, under the mapped header or one of its usual headers.</summary>
    public int Required(string column) => Find(column, isRequired: true);

    /// <summary>The field of a column that is optional unless it is mapped, or -1 if it is missing.</summary>
    /// <param name="column">The column.</param>
    /// <param name="isBlank">Whether a field is empty in every row, so that another is preferred; <see langword="null"/> if none is.</param>
    public int Optional(string column, Func<int, bool>? isBlank = null) => Find(column, isRequired: false, isBlank);

    /// <summary>
    /// The fields of one side of the quotes. If several headers could be one of them, none is used unless it is mapped: bars are valid without quotes.
    /// </summary>
    /// <param name="side"><c>bid</c> or <c>ask</c>, which are also the names of the last prices.</param>
    public QuoteFields Quotes(string side) => new(Quote($"{side}_open"), Quote($"{side}_high"), Quote($"{side}_low"), Quote(side));

    /// <summary>The field of the index that a program wrote first, if it holds times, or -1 if there is none.</summary>
    public int FindIndex(Func<int, bool> isTime) =>
        headers.Count > 0 && !mapping.ContainsKey("time") && Usual("time").Length == 0 && ColumnNames.Indexes.Contains(_normalized[0]) && isTime(0) ? 0 : -1;

    /// <summary>The unused headers that look as if they should be used, each with the column it may be.</summary>
    public IEnumerable<(int Field, string Column)> Unused(CsvColumns columns)
    {
        foreach (int field in Fields().Where(field => !columns.Contains(field)))
        {
            if (!columns.HasSymbol && ColumnNames.IsLikeSymbol(_normalized[field]))
                yield return (field, "symbol");
            else if (!columns.HasVolume && ColumnNames.IsLikeVolume(_normalized[field]))
                yield return (field, "volume");
        }
    }

    /// <summary>The fields of dates and of times of day, if they are separate columns and the time is not mapped.</summary>
    /// <param name="timeOfDay">The field of the times of day, or -1 if they are not separate.</param>
    /// <param name="isTimeOfDay">Whether a field holds times of day, judged by its content.</param>
    /// <returns>The field of the dates, or -1.</returns>
    public int FindDates(out int timeOfDay, Func<int, bool> isTimeOfDay)
    {
        timeOfDay = -1;
        if (mapping.ContainsKey("time"))
            return -1;
        int[] dates = Among(ColumnNames.Dates);
        int[] times = [.. Among(ColumnNames.TimesOfDay).Where(isTimeOfDay)];
        if (dates.Length != 1 || times.Length != 1)
            return -1;
        timeOfDay = times[0];
        return dates[0];
    }

    /// <summary>Throws if a column is missing or ambiguous, or if the mapping names something that is not a column.</summary>
    /// <exception cref="InputException">A column is missing, ambiguous or unknown.</exception>
    public void ThrowIfWrong()
    {
        foreach (string unknown in mapping.Keys.Except(ColumnNames.Columns, StringComparer.Ordinal))
        {
            Add(
                "unknown_column",
                $"data.columns maps '{unknown}', which is not a column name",
                $"The columns are {string.Join(", ", ColumnNames.Columns)}.");
        }

        if (_missing.Count > 0)
            AddMissing();
        if (_errors.Count > 0)
            throw new InputException(_errors);
    }

    /// <summary>The number of required columns present, which distinguishes a header from other lines.</summary>
    public int CountRequired() => ColumnNames.Columns[..5].Count(column =>
        mapping.TryGetValue(column, out string? mapped) ? Mapped(mapped).Length > 0 : Usual(column).Length > 0);

    private int Find(string column, bool isRequired, Func<int, bool>? isBlank = null)
    {
        bool isMapped = mapping.TryGetValue(column, out string? mapped);
        int[] fields = isMapped ? Mapped(mapped!) : Usual(column, isBlank);
        if (fields.Length == 1)
            return fields[0];
        if (fields.Length > 1)
            AddAmbiguous(column, fields);
        else if (isMapped)
            AddMissing(column, mapped!);
        else if (isRequired)
            _missing.Add(column);
        return -1;
    }

    private int Quote(string column) => mapping.ContainsKey(column) || Usual(column).Length == 1 ? Find(column, isRequired: false) : -1;

    private int[] Mapped(string mapped)
    {
        int[] exact = [.. Fields().Where(field => headers[field].Equals(mapped.Trim(), StringComparison.OrdinalIgnoreCase))];
        string normalized = ColumnNames.Normalize(mapped);
        return exact.Length > 0 || (normalized.Length == 0 && mapped.Trim().Length > 0) ? exact : Among([normalized]);
    }

    private int[] Usual(string column, Func<int, bool>? isBlank = null)
    {
        int[] blank = [];
        foreach (string[] rank in ColumnNames.Of(column))
        {
            int[] found = Among(rank);
            if (found.Length > 0 && isBlank is not null && found.All(isBlank))
                blank = blank.Length > 0 ? blank : found;
            else if (found.Length > 0)
                return found;
        }

        if (blank.Length > 0)
            return blank;
        return column == "volume" ? [.. Fields().Where(field => ColumnNames.IsVolumeOfUnits(_normalized[field]))] : [];
    }

    private int[] Among(string[] names) => [.. Fields().Where(field => names.Contains(_normalized[field], StringComparer.Ordinal))];

    private IEnumerable<int> Fields() => Enumerable.Range(0, headers.Count);

    private void AddMissing(string column, string wanted)
    {
        string nearest = NearestName.Find(wanted, headers) is { } near ? $" Did you mean '{near}'?" : "";
        Add(
            "missing_column",
            $"no header matches {wanted}; the headers are {Clip(string.Join(", ", headers))}",
            $"Name the header of the {column} column: data.columns: {{{column}: header}}.{nearest}");
    }

    /// <summary>Adds one error for all missing columns, because they are missing for the same reason.</summary>
    private void AddMissing()
    {
        string[] wanted = [.. _missing.SelectMany(column => ColumnNames.Of(column)[0])];
        // The header that contains the column's word, such as Opening or Day High.
        string?[] meant = [.. _missing.Select(Meant)];
        string[] alike = meant.All(header => header is not null)
            ? []
            : [.. wanted.Select(name => NearestName.Find(name, headers)).OfType<string>().Distinct(StringComparer.Ordinal)];
        string nearest = alike.Length > 0 ? $" Did you mean {string.Join(", ", alike.Select(name => $"'{name}'"))}?" : "";
        // One value for each time, as for an index or a fund.
        int[] close = Usual("close");
        string price = close.Length == 1 ? headers[close[0]] : headers.Count > 1 ? headers[1] : "";
        string lonely = _missing.Count >= OtherPrices && !_missing.Contains("time") && headers.Count > 1 && meant.All(header => header is null)
            ? $" If rows have only one price, name it for each column: data.columns: {{{string.Join(", ", _missing.Select(column => $"{column}: {price}"))}}}."
            : "";
        Add(
            "missing_column",
            $"no header matches {Either(wanted)}; the headers are {Clip(string.Join(", ", headers))}",
            (_missing.Count == 1
                ? $"Name the header of the {_missing[0]} column: data.columns: {{{_missing[0]}: {meant[0] ?? "header"}}}."
                : $"Name the headers of these columns: data.columns: {{{string.Join(", ", _missing.Zip(meant, (column, header) => $"{column}: {header ?? "header"}"))}}}.")
            + nearest + lonely);
    }

    private string? Meant(string column)
    {
        string[] found =
        [
            .. headers.Where(header => header.Split([' ', '_', '-', '.'], StringSplitOptions.RemoveEmptyEntries)
                .Any(word => word.StartsWith(column, StringComparison.OrdinalIgnoreCase))),
        ];
        return found.Length == 1 ? found[0] : null;
    }

    private static string Either(string[] names) => names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} or {names[^1]}";

    private void AddAmbiguous(string column, int[] fields)
    {
        string[] found = [.. fields.Select(field => headers[field])];
        Add(
            "ambiguous_column",
            $"the headers {string.Join(" and ", found)} could each be the {column} column",
            found.Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1
                ? $"Name the right one: data.columns: {{{column}: {found[0]}}}."
                : "Give each column its own header.");
    }

    private static string Clip(string text) => text.Length <= LongestList ? text : $"{text[..LongestList]}…";

    private void Add(string code, string message, string fix) =>
        _errors.Add(new InputError(code, message) { Position = new SourcePosition(path, line), Fix = fix });
}
