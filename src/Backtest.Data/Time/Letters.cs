namespace Backtest.Data.Time;

/// <summary>Takes characters from the start of a text.</summary>
internal static class Letters
{
    /// <summary>Takes a character, if it is the next one.</summary>
    public static bool TryTake(ref ReadOnlySpan<char> text, char expected)
    {
        if (text.IsEmpty || text[0] != expected)
            return false;
        text = text[1..];
        return true;
    }

    /// <summary>Takes a number with the given count of digits, if they come next.</summary>
    public static bool TryTakeDigits(ref ReadOnlySpan<char> text, int count, out long value)
    {
        value = 0;
        if (text.Length < count)
            return false;
        foreach (char letter in text[..count])
        {
            if (!char.IsAsciiDigit(letter))
                return false;
            value = value * 10 + (letter - '0');
        }

        text = text[count..];
        return true;
    }
}
