using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Backtest.Data.Csv;

/// <summary>
/// Finds the characters of a text that delimit its fields and rows, one after the other: separators, line ends and quotes. It examines 64
/// characters at once and keeps a bit for each (G. Langdale and D. Lemire, "Parsing gigabytes of JSON per second", 2019).
/// </summary>
/// <param name="separator">The separator between fields; an ASCII character.</param>
internal sealed class MarkScanner(char separator)
{
    /// <summary>How many characters the buffer must have after the text, because they are examined as well.</summary>
    public const int Reach = 64;

    private readonly Vector256<byte> _separators = Vector256.Create((byte)separator);
    private ulong _marks;
    private int _from;

    /// <summary>Continues from a position in the text.</summary>
    public void MoveTo(char[] text, int place)
    {
        _from = place;
        _marks = Find(text, place);
    }

    /// <summary>The position of the next mark, or -1 if there is none before the end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">The end of the text in its buffer.</param>
    public int Next(char[] text, int end)
    {
        while (_marks == 0)
        {
            _from += Reach;
            if (_from >= end)
            {
                _from -= Reach;
                return -1;
            }

            _marks = Find(text, _from);
        }

        int place = _from + BitOperations.TrailingZeroCount(_marks);
        _marks &= _marks - 1;
        return place < end ? place : -1;
    }

    private ulong Find(char[] text, int from)
    {
        ref ushort first = ref System.Runtime.CompilerServices.Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text.AsSpan(from, Reach)));
        return FindHalf(ref first, 0) | ((ulong)FindHalf(ref first, Reach / 2) << (Reach / 2));
    }

    private uint FindHalf(ref ushort first, nuint offset)
    {
        // Characters above 255 become 255, which is not a mark.
        Vector256<byte> letters = Vector256.NarrowWithSaturation(
            Vector256.LoadUnsafe(ref first, offset), Vector256.LoadUnsafe(ref first, offset + (nuint)Vector256<ushort>.Count));
        return (Vector256.Equals(letters, _separators)
            | Vector256.Equals(letters, Vector256.Create((byte)'\n'))
            | Vector256.Equals(letters, Vector256.Create((byte)'\r'))
            | Vector256.Equals(letters, Vector256.Create((byte)'"'))).ExtractMostSignificantBits();
    }
}
