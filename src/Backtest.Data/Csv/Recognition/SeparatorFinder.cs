namespace Backtest.Data.Csv.Recognition;

/// <summary>Finds the separator of a file: the character that splits most of its lines into the same number of fields.</summary>
internal static class SeparatorFinder
{
    private const int FewestFields = 5;
    private const int MostRows = 200;

    // Of those that split lines equally well, the first is used: a comma may be in numbers.
    private static readonly char[] Separators = ['\t', ';', '|', ','];

    /// <summary>The separator; a comma if no character splits lines into as many fields as a bar has.</summary>
    public static char Find(string text, char? comment)
    {
        char best = ',';
        int most = 0;
        foreach (char separator in Separators)
        {
            int[] counts = [.. StartRow.Read(text, separator, comment, firstLine: 1, MostRows).Select(row => row.Fields.Length)];
            int alike = counts.Where(count => count >= FewestFields).GroupBy(count => count).Select(group => group.Count()).DefaultIfEmpty().Max();
            if (alike > most)
                (best, most) = (separator, alike);
        }

        return best;
    }

    /// <summary>The separator a spreadsheet names in a line of its own: <c>sep=;</c>.</summary>
    public static char? Named(string text)
    {
        string line = text.AsSpan().TrimStart('"').ToString();
        return line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length > 4
            && (line.Length == 5 || line[5] is '\r' or '\n' or '"') ? line[4] : null;
    }
}
