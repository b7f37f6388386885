using Backtest.Data.Calendars;
using Backtest.Data.Rows;
using Backtest.Data.Time;

namespace Backtest.Data.Csv;

/// <summary>Reads the files of a source.</summary>
internal sealed class CsvFileReader(BarSourceOptions.Csv options, DataZone zone, BarPlacements placements, CancellationToken cancellation)
{
    private const int RowsAtOnce = 1024;

    /// <summary>Reads a file from its start to its end.</summary>
    /// <param name="head">The file.</param>
    /// <param name="errors">Takes its invalid rows.</param>
    /// <param name="drain">Takes away the bars of a symbol as they gather, so that a file of any length needs little memory.</param>
    /// <returns>What it holds; <see langword="null"/>: its rows name no symbol, and that of the file is not wanted.</returns>
    /// <exception cref="InputException">The file is damaged or has no rows, or a fault of the whole file was found in one.</exception>
    public CsvFile? Read(CsvHead head, RowErrors errors, Action<SymbolRows> drain)
    {
        using CsvReading? reading = Open(head, errors, drain);
        while (reading?.Read(RowsAtOnce) == true)
        {
        }

        return reading?.Result;
    }

    /// <summary>Opens a file to be read bit by bit.</summary>
    /// <param name="head">The file.</param>
    /// <param name="errors">Takes its invalid rows.</param>
    /// <param name="drain">Takes away the bars of a symbol as they gather; <see langword="null"/>: they stay.</param>
    /// <returns>The reading; <see langword="null"/>: its rows name no symbol, and that of the file is not wanted.</returns>
    /// <exception cref="InputException">The file is damaged.</exception>
    public CsvReading? Open(CsvHead head, RowErrors errors, Action<SymbolRows>? drain = null)
    {
        var rows = new CsvRows(head.File, head.Layout, options, placements, drain);
        return !head.NamesSymbols && rows.Wanted.Count == 0
            ? null
            : new CsvReading(head.File, head.Layout, options, zone, rows, errors, cancellation);
    }
}
