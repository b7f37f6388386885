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
    /// <param name="errors">Collects its invalid rows.</param>
    /// <param name="drain">Removes a symbol's bars as they accumulate, so that a file of any length needs little memory.</param>
    /// <returns>The content, or <see langword="null"/> if its rows name no symbol and the file's symbol is not requested.</returns>
    /// <exception cref="InputException">The file is damaged or has no rows, or a row shows an error of the whole file.</exception>
    public CsvFile? Read(CsvHead head, RowErrors errors, Action<SymbolRows> drain)
    {
        using CsvReading? reading = Open(head, errors, drain);
        while (reading?.Read(RowsAtOnce) == true)
        {
        }

        return reading?.Result;
    }

    /// <summary>Opens a file to be read in parts.</summary>
    /// <param name="head">The file.</param>
    /// <param name="errors">Collects its invalid rows.</param>
    /// <param name="drain">Removes a symbol's bars as they accumulate, or <see langword="null"/> to keep them.</param>
    /// <returns>The reading, or <see langword="null"/> if its rows name no symbol and the file's symbol is not requested.</returns>
    /// <exception cref="InputException">The file is damaged.</exception>
    public CsvReading? Open(CsvHead head, RowErrors errors, Action<SymbolRows>? drain = null)
    {
        var rows = new CsvRows(head.File, head.Layout, options, placements, drain);
        return !head.NamesSymbols && rows.Wanted.Count == 0
            ? null
            : new CsvReading(head.File, head.Layout, options, zone, rows, errors, cancellation);
    }
}
