using System.Buffers.Binary;
using System.Globalization;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// Stores daily returns of trials on disk while an experiment is in progress, in parts that appear complete or not at all. A trial's returns are
/// written here before the ledger receives its result, so no result lacks its returns.
/// </summary>
/// <param name="folder">The folder of the parts, created when the first is written.</param>
internal sealed class ReturnsStore(string folder)
{
    private const string Extension = ".part";

    /// <summary>The folder of the parts.</summary>
    public string Folder => folder;

    /// <summary>Starts a part.</summary>
    /// <param name="worker">The unique name of the worker that runs its trials.</param>
    /// <param name="first">The number of its first trial.</param>
    public ReturnsPart Begin(string worker, int first)
    {
        Directory.CreateDirectory(folder);
        return new ReturnsPart(folder, string.Create(CultureInfo.InvariantCulture, $"{first:D8}-{worker}{Extension}"));
    }

    /// <summary>The trials with stored returns.</summary>
    /// <returns>Where the returns of each trial are; of several parts with a trial, the last counts.</returns>
    public IReadOnlyDictionary<int, StoredReturns> Find()
    {
        var found = new Dictionary<int, StoredReturns>();
        if (!Directory.Exists(folder))
            return found;
        Span<byte> head = stackalloc byte[2 * sizeof(int)];
        foreach (string part in Directory.EnumerateFiles(folder, $"*{Extension}").Where(file => Path.GetFileName(file)[0] != '.').Order(StringComparer.Ordinal))
        {
            using FileStream file = File.OpenRead(part);
            while (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length)
            {
                int number = BinaryPrimitives.ReadInt32LittleEndian(head);
                int count = BinaryPrimitives.ReadInt32LittleEndian(head[sizeof(int)..]);
                found[number] = new StoredReturns(part, file.Position, count);
                file.Seek(count * (long)StoredReturns.RowBytes, SeekOrigin.Current);
            }
        }

        return found;
    }

    /// <summary>Copies the parts to another store, each one atomically.</summary>
    public void CopyTo(ReturnsStore other)
    {
        if (!Directory.Exists(folder))
            return;
        Directory.CreateDirectory(other.Folder);
        foreach (string part in Directory.EnumerateFiles(folder, $"*{Extension}").Where(file => Path.GetFileName(file)[0] != '.'))
            WholeFile.Write(Path.Combine(other.Folder, Path.GetFileName(part)), draft => File.Copy(part, draft));
    }

    /// <summary>Removes the parts.</summary>
    public void Delete()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}

/// <summary>The location of a trial's returns.</summary>
/// <param name="File">The part.</param>
/// <param name="Offset">The offset of its days in bytes; its returns follow them.</param>
/// <param name="Count">The number of returns.</param>
internal readonly record struct StoredReturns(string File, long Offset, int Count)
{
    /// <summary>The size of a day in bytes.</summary>
    public const int RowBytes = sizeof(int) + sizeof(double);
}
