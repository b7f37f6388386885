using System.Buffers.Binary;
using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;

namespace Backtest.Hosting;

/// <summary>Reads, hashes and copies the files of a package folder.</summary>
internal static class PackageContent
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
    };

    /// <summary>
    /// The files' paths relative to the folder, with forward slashes, in ordinal order. Links to folders are not followed, because they may form a
    /// cycle or lead anywhere.
    /// </summary>
    /// <exception cref="IOException">The folder does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the folder, or to one inside it, is denied.</exception>
    public static IReadOnlyList<string> Files(string directory) => Entries(directory, isLink: false);

    /// <summary>The links to folders inside the folder, as relative paths like those of files.</summary>
    /// <exception cref="IOException">The folder does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the folder, or to one inside it, is denied.</exception>
    public static IReadOnlyList<string> FolderLinks(string directory) => Entries(directory, isLink: true);

    /// <summary>
    /// The SHA-256 over the path and content of each file, each preceded by its length so that different content cannot have the same input.
    /// </summary>
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

    private static string[] Entries(string directory, bool isLink)
    {
        FileSystemEnumerable<string> entries = new(
            directory, (ref FileSystemEntry entry) => Path.GetRelativePath(directory, entry.ToFullPath()), Everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => isLink ? IsFolderLink(ref entry) : !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsFolderLink(ref entry),
        };
        return [.. entries.Select(path => path.Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal)];
    }

    private static bool IsFolderLink(ref FileSystemEntry entry) =>
        entry.IsDirectory && entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
