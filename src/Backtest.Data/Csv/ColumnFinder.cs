namespace Backtest.Data.Csv;

/// <summary>Finds columns by their headers, which match without case, and collects what is wrong with them.</summary>
internal sealed class ColumnFinder(IReadOnlyList<string> headers, string path, IReadOnlyDictionary<string, string> mapping)
{
    private readonly List<string> _columns = [];
    private readonly List<InputError> _errors = [];

    /// <summary>The field of a column that must be there, under the mapped header or one of those usual for it.</summary>
    public int Required(string column, params string[] usual) => Find(column, usual, isRequired: true);

    /// <summary>The field of a column that may be missing unless it is mapped; -1: it is missing.</summary>
    public int Optional(string column) => Find(column, [column], isRequired: false);

    /// <summary>The field of one header when another stands beside it, as dates do with times of day, and neither is mapped.</summary>
    /// <param name="header">The one header.</param>
    /// <param name="beside">The other header.</param>
    /// <param name="other">The field of the other; -1: there are not both.</param>
    /// <returns>The field of the one; -1: there are not both.</returns>
    public int FindBoth(string header, string beside, out int other)
    {
        int[] first = Fields([header]);
        int[] second = Fields([beside]);
        bool areBoth = first.Length == 1 && second.Length == 1 && !mapping.ContainsKey(beside);
        other = areBoth ? second[0] : -1;
        return areBoth ? first[0] : -1;
    }

    /// <summary>Takes a field found for a column.</summary>
    public int Take(string column, int field)
    {
        _columns.Add(column);
        return field;
    }

    /// <summary>Throws when a column is missing or ambiguous, or something is mapped that is no column.</summary>
    /// <exception cref="InputException">It is so.</exception>
    public void ThrowIfWrong()
    {
        foreach (string unknown in mapping.Keys.Except(_columns, StringComparer.Ordinal))
        {
            Add(
                "unknown_column",
                $"data.columns maps '{unknown}', which is no column of bars",
                $"The columns are {string.Join(", ", _columns)}.");
        }

        if (_errors.Count > 0)
            throw new InputException(_errors);
    }

    private int Find(string column, string[] usual, bool isRequired)
    {
        _columns.Add(column);
        bool isMapped = mapping.TryGetValue(column, out string? mapped);
        string[] wanted = isMapped ? [mapped!] : usual;
        int[] fields = Fields(wanted);
        if (fields.Length == 1)
            return fields[0];
        if (fields.Length > 1)
            AddAmbiguous(column, [.. fields.Select(field => headers[field])]);
        else if (isRequired || isMapped)
            AddMissing(column, wanted);
        return -1;
    }

    private int[] Fields(string[] wanted) => [.. Enumerable.Range(0, headers.Count)
        .Where(field => wanted.Contains(headers[field], StringComparer.OrdinalIgnoreCase))];

    private void AddMissing(string column, string[] wanted) => Add(
        "missing_column",
        $"no header is {string.Join(" or ", wanted)}; the headers are {string.Join(", ", headers)}",
        $"Name the header the {column} stands under: data.columns: {{{column}: header}}.");

    private void AddAmbiguous(string column, string[] found) => Add(
        "ambiguous_column",
        $"the headers {string.Join(" and ", found)} may each be the {column}",
        found.Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1
            ? $"Say which one it is: data.columns: {{{column}: {found[0]}}}."
            : "Give each column a header of its own.");

    private void Add(string code, string message, string fix) =>
        _errors.Add(new InputError(code, message) { Position = new SourcePosition(path, 1), Fix = fix });
}
