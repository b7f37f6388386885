using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
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

    /// <summary>Writes the returns of some trials.</summary>
    /// <param name="worker">Who made them: a name no other worker has.</param>
    /// <param name="trials">The trials by number, with their returns.</param>
    public void Write(string worker, IReadOnlyList<(int Number, IReadOnlyList<DailyReturn> Returns)> trials)
    {
        if (trials.Count == 0)
            return;
        Directory.CreateDirectory(folder);
        string name = string.Create(CultureInfo.InvariantCulture, $"{trials[0].Number:D8}-{worker}{Extension}");
        string temporary = Path.Combine(folder, $".tmp-{name}");
        using (FileStream file = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
        {
            foreach ((int number, IReadOnlyList<DailyReturn> returns) in trials)
                Write(file, number, returns);
        }

        File.Move(temporary, Path.Combine(folder, name), overwrite: true);
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

    /// <summary>Removes the parts.</summary>
    public void Delete()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static void Write(FileStream file, int number, IReadOnlyList<DailyReturn> returns)
    {
        int[] rentedDays = ArrayPool<int>.Shared.Rent(returns.Count);
        double[] rentedValues = ArrayPool<double>.Shared.Rent(returns.Count);
        Span<int> days = rentedDays.AsSpan(0, returns.Count);
        Span<double> values = rentedValues.AsSpan(0, returns.Count);
        for (int i = 0; i < days.Length; i++)
            (days[i], values[i]) = (returns[i].Day.DayNumber, returns[i].Return);
        Span<byte> head = stackalloc byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(head, number);
        BinaryPrimitives.WriteInt32LittleEndian(head[sizeof(int)..], days.Length);
        file.Write(head);
        file.Write(MemoryMarshal.AsBytes(days));
        file.Write(MemoryMarshal.AsBytes(values));
        ArrayPool<int>.Shared.Return(rentedDays);
        ArrayPool<double>.Shared.Return(rentedValues);
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

    /// <summary>Reads them.</summary>
    public (int[] Days, double[] Returns) Read()
    {
        int[] days = new int[Count];
        double[] returns = new double[Count];
        using FileStream file = new(File, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        file.Seek(Offset, SeekOrigin.Begin);
        file.ReadExactly(MemoryMarshal.AsBytes(days.AsSpan()));
        file.ReadExactly(MemoryMarshal.AsBytes(returns.AsSpan()));
        return (days, returns);
    }
}
