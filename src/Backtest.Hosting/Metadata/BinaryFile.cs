using System.Buffers.Binary;
using System.Reflection.PortableExecutable;

namespace Backtest.Hosting;

/// <summary>Checks assemblies and native libraries without loading them, because loading a truncated one may end the process.</summary>
internal static class BinaryFile
{
    private const int ElfHeaderBytes = 64;

    private static ReadOnlySpan<byte> Elf64 => [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1];

    /// <summary>Whether a file is as long as its headers require; true for a file that is not a binary.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    public static bool IsWhole(string path)
    {
        bool isElf = path.EndsWith(".so", StringComparison.Ordinal);
        if (!isElf && !path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            return true;
        using FileStream file = File.OpenRead(path);
        return isElf ? IsWholeElf(file) : IsWholeImage(file);
    }

    private static bool IsWholeImage(FileStream file)
    {
        try
        {
            return IsWhole(new PEHeaders(file), file.Length);
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    /// <summary>Whether a file of a given length contains all sections that its headers name.</summary>
    public static bool IsWhole(PEHeaders headers, long length) =>
        headers.SectionHeaders.All(section => section.PointerToRawData + (long)section.SizeOfRawData <= length);

    // The section table is at the end. Formats other than 64-bit little-endian are left to the system.
    private static bool IsWholeElf(FileStream file)
    {
        Span<byte> header = stackalloc byte[ElfHeaderBytes];
        if (file.ReadAtLeast(header, ElfHeaderBytes, throwOnEndOfStream: false) < ElfHeaderBytes)
            return false;
        if (!header.StartsWith(Elf64))
            return true;
        ulong start = BinaryPrimitives.ReadUInt64LittleEndian(header[40..]);
        int bytes = BinaryPrimitives.ReadUInt16LittleEndian(header[58..]) * BinaryPrimitives.ReadUInt16LittleEndian(header[60..]);
        return start + (ulong)bytes <= (ulong)file.Length;
    }
}
