using Backtest.Abstractions.Runtime;
using Backtest.Data.Memory;

namespace Backtest.Data.Csv;

/// <summary>
/// The bars of one symbol in files of its own. Its first bars are in memory, or all of them if they are few; the rest is read from the files on
/// request.
/// </summary>
/// <param name="symbol">The symbol.</param>
/// <param name="open">Starts reading the files; the argument says whether it is the first time.</param>
internal sealed class SymbolStream(string symbol, Func<bool, CsvCursor> open) : IDisposable
{
    private const int RowsHeld = 1 << 14;
    private const int RowsStreamed = 1 << 11;

    private readonly List<BarSeries> _parts = [];
    private CsvCursor? _cursor;

    /// <summary>The symbol.</summary>
    public string Symbol => symbol;

    /// <summary>All bars, or <see langword="null"/> if not all of them are in memory.</summary>
    public SymbolBars? Whole { get; private set; }

    /// <summary>The number of bars in memory.</summary>
    public long Held { get; private set; }

    /// <summary>The files, as far as they were read.</summary>
    public IReadOnlyList<SymbolRows> Rows { get; private set; } = [];

    /// <summary>Reads the beginning: the first bars, and more while few are in memory.</summary>
    /// <param name="most">The maximum number of bars in memory.</param>
    /// <exception cref="InputException">A file is invalid.</exception>
    public void Begin(long most)
    {
        _cursor = open(true);
        Rows = _cursor.Begun;
        while (Held == 0 || Held < most)
        {
            if (_cursor.Next(Held < most ? RowsHeld : RowsStreamed) is not { } bars)
            {
                Whole = new SymbolBars(symbol, _parts);
                return;
            }

            Held += bars.Count;
            var part = new BarSeries(bars.Instrument, bars.Timeframe, bars.Index, bars.HasVolume, bars.Bid is not null);
            part.Exchange(bars);
            _parts.Add(part);
        }
    }

    /// <summary>Reads all bars from the first on.</summary>
    public IBarReader Open()
    {
        if (Whole is { } bars)
            return new MemoryBarReader(bars);
        if (_cursor is not { } begun)
            return new CsvBarReader([], open(false), RowsStreamed);
        _cursor = null;
        var reader = new CsvBarReader([.. _parts], begun, RowsStreamed);
        _parts.Clear();
        return reader;
    }

    /// <inheritdoc/>
    public void Dispose() => _cursor?.Dispose();
}
