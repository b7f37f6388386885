using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Backtest.Engine;

/// <summary>A text in the form hashes take, made once: its length, then its letters; with room behind it, so that it is copied in wide steps.</summary>
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

    /// <summary>How much room a copy needs beyond the length.</summary>
    public static int Room => Vector256<byte>.Count;

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>How many bytes there are.</summary>
    public int Length { get; }

    /// <summary>Copies it, and overwrites up to <see cref="Room"/> bytes behind it.</summary>
    /// <param name="to">Where to; as much room lies behind it.</param>
    public void CopyTo(ref byte to)
    {
        ref byte from = ref MemoryMarshal.GetArrayDataReference(_bytes);
        for (nuint i = 0; i < (nuint)Length; i += (nuint)Room)
            Vector256.LoadUnsafe(ref from, i).StoreUnsafe(ref to, i);
    }
}
