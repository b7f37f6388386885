namespace Backtest.Data.Rows;

/// <summary>How a file writes its numbers.</summary>
/// <param name="HasDecimalComma">Whether the decimal separator is a comma; otherwise it is a point.</param>
/// <param name="Thousands">The separator between groups of digits, or <see langword="null"/> for none.</param>
internal readonly record struct NumberStyle(bool HasDecimalComma, char? Thousands)
{
    private const int Longest = 64;
    private const string Signs = "$€£¥₩₹₽₺₿%";
    private const string Amounts = "KMBT";

    /// <summary>Whether a field marks a missing number.</summary>
    public static bool IsMissing(ReadOnlySpan<char> text) => text.IsEmpty || text is "-" or "--" or "—" or "." or "\\N"
        || text.Equals("null", StringComparison.OrdinalIgnoreCase) || text.Equals("NaN", StringComparison.OrdinalIgnoreCase)
        || text.Equals("N/A", StringComparison.OrdinalIgnoreCase) || text.Equals("none", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Reads a number. A currency or percent sign at either end is skipped; an amount may end in <c>K</c>, <c>M</c>, <c>B</c> or <c>T</c>.
    /// </summary>
    /// <returns>Whether the text is a finite number in this style.</returns>
    public bool TryParse(ReadOnlySpan<char> text, out double value) =>
        (!HasDecimalComma && NumberText.TryParse(text, out value)) || TryParseOther(text, out value);

    /// <summary>The value of the key that names a separator between groups of digits.</summary>
    public static string ThousandsWord(char thousands) => thousands switch
    {
        ',' => "comma",
        '.' => "point",
        '\'' => "apostrophe",
        _ => "space",
    };

    /// <inheritdoc/>
    public override string ToString() =>
        $"decimal: {(HasDecimalComma ? "comma" : "point")}{(Thousands is { } between ? $", thousands: {ThousandsWord(between)}" : "")}";

    private bool TryParseOther(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        text = text.Trim();
        bool isNegative = text is ['-', ..];
        if (text is ['-' or '+', ..])
            text = text[1..];
        text = text.Trim(Signs).Trim();
        if (text.IsEmpty || text.Length > Longest)
            return false;
        double amount = 1;
        int unit = Amounts.AsSpan().IndexOf(char.ToUpperInvariant(text[^1]));
        if (unit >= 0)
        {
            amount = Math.Pow(1000, unit + 1);
            text = text[..^1].Trim();
        }

        Span<char> plain = stackalloc char[Longest];
        if (!TryMakePlain(text, plain, out int length) || !NumberText.TryParse(plain[..length], out value))
            return false;
        value *= isNegative ? -amount : amount;
        return true;
    }

    /// <summary>Joins the groups of the whole part, and puts a point before the fraction.</summary>
    private bool TryMakePlain(ReadOnlySpan<char> text, Span<char> plain, out int length)
    {
        length = 0;
        int point = text.IndexOf(HasDecimalComma ? ',' : '.');
        ReadOnlySpan<char> whole = point < 0 ? text : text[..point];
        if (!TryJoinGroups(whole, plain, ref length))
            return false;
        if (point < 0)
            return true;
        plain[length++] = '.';
        ReadOnlySpan<char> fraction = text[(point + 1)..];
        if (fraction.ContainsAny(',', '.', '\''))
            return false;
        fraction.CopyTo(plain[length..]);
        length += fraction.Length;
        return true;
    }

    /// <summary>
    /// The last group has three digits, those before it three or, as in India, two, and the first one to three; a number without groups is read as
    /// well.
    /// </summary>
    private bool TryJoinGroups(ReadOnlySpan<char> whole, Span<char> plain, ref int length)
    {
        int digits = 0;
        int groups = 0;
        foreach (char letter in whole)
        {
            if (Thousands is { } between && IsBetween(letter, between))
            {
                bool isGroup = groups == 0 ? digits is >= 1 and <= 3 : digits is 2 or 3;
                if (!isGroup)
                    return false;
                groups++;
                digits = 0;
                continue;
            }

            if (letter is ',' or '.' or '\'' or '\u2019' or ' ' or '\u00A0' or '\u202F')
                return false;
            plain[length++] = letter;
            digits++;
        }

        return groups == 0 || digits == 3;
    }

    private static bool IsBetween(char letter, char thousands) => thousands switch
    {
        ' ' => letter is ' ' or '\u00A0' or '\u202F' or '\u2009',
        '\'' => letter is '\'' or '\u2019',
        _ => letter == thousands,
    };
}
