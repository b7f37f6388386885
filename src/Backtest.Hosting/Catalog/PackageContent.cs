using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Backtest.Hosting;

/// <summary>The files of a plugin folder.</summary>
internal static class PackageContent
{
    /// <summary>The files' paths relative to the folder, with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Files(string directory) =>
        [.. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(directory, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)];

    /// <summary>The SHA-256 over path and content of each file, each preceded by its length so that none can pass for another.</summary>
    public static string Sha256(string directory)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in Files(directory))
        {
            Append(hash, Encoding.UTF8.GetBytes(file));
            Append(hash, File.ReadAllBytes(Path.Combine(directory, file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The SHA-256 of each file, by its path in the folder.</summary>
    public static IReadOnlyDictionary<string, string> FileHashes(string directory) => Files(directory).ToDictionary(
        file => file,
        file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(directory, file)))),
        StringComparer.Ordinal);

    /// <summary>Copies the folder's files to another folder.</summary>
    public static void Copy(string from, string to)
    {
        foreach (string file in Files(from))
        {
            string target = Path.Combine(to, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(from, file), target);
        }
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
