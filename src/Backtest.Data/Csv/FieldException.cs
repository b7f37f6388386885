namespace Backtest.Data.Csv;

/// <summary>Thrown when a text cannot be split into rows and fields.</summary>
/// <param name="code">The code of the error.</param>
/// <param name="message">What was found.</param>
/// <param name="fix">How to fix it.</param>
internal sealed class FieldException(string code, string message, string fix) : Exception(message)
{
    /// <summary>A quoted field has no closing quote, or is followed by something other than a separator.</summary>
    public static FieldException OpenQuote() =>
        new("bad_csv", "a quoted field is not closed correctly", "Close it with a quote, and double the quotes inside it.");

    /// <summary>A row has more characters than any row of bars.</summary>
    public static FieldException LongRow() =>
        new("long_row", "a row is longer than a million characters, so the file does not consist of rows", "Use a text file with a line for each row.");

    /// <summary>The error, with its position.</summary>
    public InputError At(string path, int line) => new(code, Message) { Position = new SourcePosition(path, line), Fix = fix };
}
