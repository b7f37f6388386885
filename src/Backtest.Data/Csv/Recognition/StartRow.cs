namespace Backtest.Data.Csv.Recognition;

/// <summary>A row of the start of a file.</summary>
/// <param name="Line">The line it begins on.</param>
/// <param name="NextLine">The line after it.</param>
/// <param name="Fields">Its fields, without blanks around them.</param>
internal sealed record StartRow(int Line, int NextLine, string[] Fields)
{
    /// <summary>A field; empty: the row has not so many.</summary>
    public string this[int field] => field >= 0 && field < Fields.Length ? Fields[field] : "";

    /// <summary>Reads the rows of a text.</summary>
    public static List<StartRow> Read(string text, char separator, char? comment, int firstLine)
    {
        var rows = new List<StartRow>();
        var reader = new FieldReader(new StringReader(text), separator, comment, firstLine);
        try
        {
            while (reader.Read())
            {
                string[] fields = new string[reader.Count];
                for (int field = 0; field < fields.Length; field++)
                    fields[field] = reader[field].ToString();
                rows.Add(new StartRow(reader.Line, reader.NextLine, fields));
            }
        }
        catch (FormatException)
        {
            // A quote that does not end: perhaps behind what was read, and otherwise an error when the row is read.
        }

        return rows;
    }
}
