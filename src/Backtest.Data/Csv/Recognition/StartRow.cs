namespace Backtest.Data.Csv.Recognition;

/// <summary>A row at the start of a file.</summary>
/// <param name="Line">The line it begins on.</param>
/// <param name="NextLine">The line after it.</param>
/// <param name="Fields">Its fields, without surrounding blanks.</param>
internal sealed record StartRow(int Line, int NextLine, string[] Fields)
{
    /// <summary>A field; empty if the row does not have as many.</summary>
    public string this[int field] => field >= 0 && field < Fields.Length ? Fields[field] : "";

    /// <summary>Reads the first rows of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">The separator between fields.</param>
    /// <param name="comment">The character that begins a comment line.</param>
    /// <param name="firstLine">The number of the text's first line.</param>
    /// <param name="most">The maximum number of rows to read.</param>
    public static List<StartRow> Read(string text, char separator, char? comment, int firstLine, int most)
    {
        var rows = new List<StartRow>();
        var reader = new FieldReader(new StringReader(text), separator, comment, firstLine);
        try
        {
            while (rows.Count < most && reader.Read())
            {
                string[] fields = new string[reader.Count];
                for (int field = 0; field < fields.Length; field++)
                    fields[field] = reader[field].ToString();
                rows.Add(new StartRow(reader.Line, reader.NextLine, fields));
            }
        }
        catch (FieldException)
        {
            // A quote without an end may end after the text read here; otherwise it is an error when the row is read.
        }

        return rows;
    }
}
