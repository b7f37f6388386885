using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Backtest.Abstractions.Runtime;
using Backtest.Data.Rows;

namespace Backtest.Data.Providers;

/// <summary>Reads a symbol's bars from a plugin, validates them, and hashes them for the record.</summary>
internal sealed class ProvidedBarReader(ProvidedBars source, SourceSeries series) : IBarReader
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private IEnumerator<Bar>? _bars;
    private Func<bool>? _moveNext; // cached, so that a bar allocates no delegate
    private long _lastEnd = long.MinValue;
    private long _rows;
    private bool _isAtEnd;

    public int Read(BarSeries target, int count)
    {
        _bars ??= source.Read(series.Symbol);
        _moveNext ??= _bars.MoveNext;
        int read = 0;
        while (read < count && !_isAtEnd)
        {
            if (!source.Guard(_moveNext))
                End();
            else if (Take(_bars.Current, target))
                read++;
        }

        return read;
    }

    public void Dispose()
    {
        _bars?.Dispose();
        _hash.Dispose();
    }

    private bool Take(in Bar bar, BarSeries target)
    {
        var prices = new BarPrices(bar.Open, bar.High, bar.Low, bar.Close, bar.Volume);
        if (!prices.AreSound || !double.IsFinite(bar.High) || !double.IsFinite(bar.Volume))
            throw source.Wrong(series.Symbol, bar, "has invalid prices");
        if (bar.Start.Ticks >= bar.End.Ticks)
            throw source.Wrong(series.Symbol, bar, "does not end after its start");
        if (bar.End.Ticks <= _lastEnd)
            throw source.Wrong(series.Symbol, bar, "does not end after the one before");
        _lastEnd = bar.End.Ticks;
        int day = series.Calendar.Day(bar.Start.Ticks);
        if (!source.IsWanted(day))
            return false;
        if (series.Calendar.Session(day) is null)
            throw source.Wrong(series.Symbol, bar, $"is of a day on which {series.Calendar.Name} was closed");
        _hash.AppendData(MemoryMarshal.AsBytes<long>([bar.Start.Ticks, bar.End.Ticks]));
        _hash.AppendData(MemoryMarshal.AsBytes<double>([bar.Open, bar.High, bar.Low, bar.Close, bar.Volume]));
        target.Append(bar.Start.Ticks, bar.End.Ticks, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume, day);
        _rows++;
        return true;
    }

    private void End()
    {
        _isAtEnd = true;
        source.Record(series.Symbol, Convert.ToHexStringLower(_hash.GetHashAndReset()), _rows);
    }
}
