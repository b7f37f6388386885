using System.Buffers.Binary;
using System.Globalization;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// Daily returns of trials on disk while an experiment goes on, in parts that appear whole or not at all. A trial is written here before the
/// ledger has its result, so that a result never lacks its returns.
/// </summary>
/// <param name="folder">The folder of the parts; made when the first is written.</param>
internal sealed class ReturnsStore(string folder)
{
    private const string Extension = ".part";

    /// <summary>The folder of the parts.</summary>
    public string Folder => folder;

    /// <summary>Begins a part.</summary>
    /// <param name="worker">Who makes its trials: a name no other worker has.</param>
    /// <param name="first">The number of the first of them.</param>
    public ReturnsPart Begin(string worker, int first)
    {
        Directory.CreateDirectory(folder);
        return new ReturnsPart(folder, string.Create(CultureInfo.InvariantCulture, $"{first:D8}-{worker}{Extension}"));
    }

    /// <summary>The trials whose returns are here.</summary>
    /// <returns>Where each is: the last part that has it counts.</returns>
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

    /// <summary>Copies the parts to another store. Each is there whole or not at all.</summary>
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

/// <summary>Where the returns of a trial are.</summary>
/// <param name="File">The part.</param>
/// <param name="Offset">Where its days begin, in bytes; its returns follow them.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct StoredReturns(string File, long Offset, int Count)
{
    /// <summary>What a day takes.</summary>
    public const int RowBytes = sizeof(int) + sizeof(double);
}
