using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Backtest.Engine;

/// <summary>
/// A text in the form in which it is hashed, built once: its length, then its characters, padded so that it can be copied in wide steps.
/// </summary>
internal sealed class HashedText
{
    private readonly byte[] _bytes;

    public HashedText(string text)
    {
        Text = text;
        Length = sizeof(long) + (text.Length * sizeof(char));
        _bytes = new byte[Length + Room];
        BinaryPrimitives.WriteInt64LittleEndian(_bytes, text.Length);
        for (int i = 0; i < text.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(sizeof(long) + (i * sizeof(char))), text[i]);
    }

    /// <summary>The room a copy needs beyond the length, in bytes.</summary>
    public static int Room => Vector256<byte>.Count;

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The number of bytes.</summary>
    public int Length { get; }

    /// <summary>Copies the bytes, and overwrites up to <see cref="Room"/> bytes after them.</summary>
    /// <param name="to">The destination, which must have that much room after the text.</param>
    public void CopyTo(ref byte to)
    {
        ref byte from = ref MemoryMarshal.GetArrayDataReference(_bytes);
        for (nuint i = 0; i < (nuint)Length; i += (nuint)Room)
            Vector256.LoadUnsafe(ref from, i).StoreUnsafe(ref to, i);
    }
}
