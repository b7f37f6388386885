using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>Writes the daily returns of some trials to disk, all of them or none.</summary>
internal sealed class ReturnsPart : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly FileStream _file;
    private int[] _days = [];
    private double[] _returns = [];
    private bool _isWhole;

    /// <param name="folder">The folder of the parts.</param>
    /// <param name="name">The name of this part.</param>
    public ReturnsPart(string folder, string name)
    {
        _path = Path.Combine(folder, name);
        _temporary = Path.Combine(folder, $".tmp-{name}");
        _file = new FileStream(_temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
    }

    /// <summary>Writes the returns of a trial: its number, their count, their days, and the returns. Trials are written one at a time.</summary>
    /// <exception cref="InputException">The disk is full.</exception>
    public void Write(int number, EquityCurve curve)
    {
        ReadOnlySpan<DailyEquity> points = curve.Points;
        if (_days.Length < points.Length)
            (_days, _returns) = (new int[points.Length], new double[points.Length]);
        for (int i = 0; i < points.Length; i++)
            _days[i] = points[i].Day.DayNumber;
        curve.FillReturns(_returns.AsSpan(0, points.Length));
        try
        {
            Span<byte> head = stackalloc byte[2 * sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(head, number);
            BinaryPrimitives.WriteInt32LittleEndian(head[sizeof(int)..], points.Length);
            _file.Write(head);
            _file.Write(MemoryMarshal.AsBytes(_days.AsSpan(0, points.Length)));
            _file.Write(MemoryMarshal.AsBytes(_returns.AsSpan(0, points.Length)));
        }
        catch (IOException exception)
        {
            throw NotWritten(exception);
        }
    }

    /// <summary>Completes the part, which makes it visible.</summary>
    /// <exception cref="InputException">The disk is full, or the folder no longer exists.</exception>
    public void Complete()
    {
        try
        {
            _file.Dispose();
            File.Move(_temporary, _path, overwrite: true);
            _isWhole = true;
        }
        catch (IOException exception)
        {
            throw NotWritten(exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        if (!_isWhole)
            File.Delete(_temporary);
    }

    private static InputException NotWritten(IOException exception) => new(new InputError(
        "output_not_writable", $"the returns of trials cannot be written: {exception.Message}")
    {
        Key = "output.directory",
        Fix = "Free some disk space, and repeat the command. It continues with what is missing.",
    });
}
