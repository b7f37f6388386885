namespace Backtest.Data.Actions;

/// <summary>In which field of its rows a file of actions has what.</summary>
internal sealed record ActionColumns(int Symbol, int Date, int Type, int Value)
{
    /// <summary>The header such a file has.</summary>
    public const string Header = "symbol,date,type,value";

    /// <summary>Finds the columns by a file's headers, which match without case.</summary>
    /// <exception cref="InputException">One is missing.</exception>
    public static ActionColumns Find(IReadOnlyList<string> headers, string path)
    {
        var errors = new List<InputError>();
        var columns = new ActionColumns(Field("symbol"), Field("date"), Field("type"), Field("value"));
        return errors.Count == 0 ? columns : throw new InputException(errors);

        int Field(string name)
        {
            int field = headers.ToList().FindIndex(header => header.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (field < 0)
            {
                errors.Add(new InputError("missing_column", $"no header is {name}; the headers are {string.Join(", ", headers)}")
                {
                    Position = new SourcePosition(path, 1),
                    Fix = $"A file of actions has the header {Header}.",
                });
            }

            return field;
        }
    }
}
