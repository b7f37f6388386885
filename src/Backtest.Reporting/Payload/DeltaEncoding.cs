using System.Buffers;

namespace Backtest.Reporting;

/// <summary>
/// Encodes whole numbers as differences between neighbors, small ones in few bytes: zigzag, then seven bits per byte, lowest first, with the eighth
/// bit set if more bytes follow (LEB128).
/// </summary>
internal static class DeltaEncoding
{
    private const int BitsPerByte = 7;
    private const int More = 1 << BitsPerByte;

    /// <summary>Appends numbers.</summary>
    /// <param name="values">The numbers; their differences must fit into 64 bits.</param>
    /// <param name="output">The buffer to append to.</param>
    public static void Write(ReadOnlySpan<long> values, ArrayBufferWriter<byte> output)
    {
        long before = 0;
        foreach (long value in values)
        {
            long difference = value - before;
            before = value;
            WriteUnsigned((ulong)((difference << 1) ^ (difference >> 63)), output);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="input">The bytes.</param>
    /// <param name="count">The number of numbers.</param>
    public static long[] Read(ReadOnlySpan<byte> input, int count)
    {
        var values = new long[count];
        long before = 0;
        int at = 0;
        for (int i = 0; i < count; i++)
        {
            ulong raw = 0;
            for (int shift = 0; ; shift += BitsPerByte)
            {
                byte next = input[at++];
                raw |= (ulong)(next & (More - 1)) << shift;
                if (next < More)
                    break;
            }

            before += (long)(raw >> 1) ^ -(long)(raw & 1);
            values[i] = before;
        }

        return values;
    }

    private static void WriteUnsigned(ulong value, ArrayBufferWriter<byte> output)
    {
        Span<byte> bytes = output.GetSpan(10);
        int length = 0;
        while (value >= More)
        {
            bytes[length++] = (byte)((value & (More - 1)) | More);
            value >>= BitsPerByte;
        }

        bytes[length++] = (byte)value;
        output.Advance(length);
    }
}
