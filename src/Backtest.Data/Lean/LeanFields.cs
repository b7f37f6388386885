using System.Text;
using Backtest.Data.Rows;

namespace Backtest.Data.Lean;

/// <summary>Reads the fields of a row from left to right, each once.</summary>
internal ref struct LeanFields(ReadOnlySpan<byte> row)
{
    // A double represents any number with this many digits exactly.
    private const int MostDigits = 15;
    private const int LongestNumber = 64;

    private ReadOnlySpan<byte> _rest = row;

    /// <summary>Whether the next field is empty or missing.</summary>
    public readonly bool IsEmpty => _rest.IsEmpty || _rest[0] == ',';

    /// <summary>Takes the next field as text.</summary>
    public ReadOnlySpan<byte> Take()
    {
        int length = _rest.IndexOf((byte)',');
        ReadOnlySpan<byte> field = length < 0 ? _rest : _rest[..length];
        Pass(field.Length);
        return field;
    }

    /// <summary>Takes the next field as a number.</summary>
    /// <returns>Whether it is a number.</returns>
    public bool TryTake(out double number)
    {
        long digits = 0;
        int count = 0;
        while (count < _rest.Length && count <= MostDigits && (uint)(_rest[count] - '0') is <= 9 and var digit)
        {
            digits = digits * 10 + digit;
            count++;
        }

        if (count is 0 or > MostDigits || (count < _rest.Length && _rest[count] != ','))
            return TryParse(Take(), out number);
        Pass(count);
        number = digits;
        return true;
    }

    private void Pass(int length) => _rest = length < _rest.Length ? _rest[(length + 1)..] : [];

    private static bool TryParse(ReadOnlySpan<byte> field, out double number)
    {
        number = 0;
        if (field.Length > LongestNumber)
            return false;
        Span<char> text = stackalloc char[LongestNumber];
        return NumberText.TryParse(text[..Encoding.ASCII.GetChars(field, text)], out number);
    }
}
