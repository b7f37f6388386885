using System.Globalization;
using Backtest.Data.Rows;

namespace Backtest.Data.Csv.Recognition;

/// <summary>A number that two styles read differently.</summary>
/// <param name="Line">The line of its row.</param>
/// <param name="Text">The number as written.</param>
/// <param name="One">A style, and the number it reads.</param>
/// <param name="Other">Another style, and the number it reads.</param>
internal sealed record AmbiguousNumber(int Line, string Text, (NumberStyle Style, double Value) One, (NumberStyle Style, double Value) Other)
{
    /// <summary>The error that asks the user to specify the style.</summary>
    public InputError At(string path) => new(
        "ambiguous_number",
        string.Create(CultureInfo.InvariantCulture, $"'{Text}' can mean {One.Value} or {Other.Value}"))
    {
        Position = new SourcePosition(path, Line),
        Fix = $"Set {Key(One.Style)} for {Number(One.Value)}, or {Key(Other.Style)} for {Number(Other.Value)}.",
    };

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Key(NumberStyle style) => style.Thousands is { } between
        ? $"data.thousands: {NumberStyle.ThousandsWord(between)}"
        : $"data.decimal: {(style.HasDecimalComma ? "comma" : "point")}";
}
