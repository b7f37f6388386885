using System.Text;
using Backtest.Data.Rows;
using Backtest.Data.Time;

namespace Backtest.Data.Csv;

/// <summary>How a file is written, according to the run file and the file's first 64 KB.</summary>
/// <param name="Encoding">The encoding of its text.</param>
/// <param name="Separator">The separator between fields.</param>
/// <param name="FirstLine">The line of the first row.</param>
/// <param name="Headers">The names of its columns, from its header line or the run file.</param>
/// <param name="Columns">The columns to read.</param>
internal sealed record CsvLayout(Encoding Encoding, char Separator, int FirstLine, IReadOnlyList<string> Headers, CsvColumns Columns)
{
    /// <summary>How numbers are written.</summary>
    public NumberStyle Numbers { get; init; }

    /// <summary>How times are written, or <see langword="null"/> if no row at the start has a time that could be read.</summary>
    public TimeReading? Times { get; init; }

    /// <summary>The order of the bars.</summary>
    public RowOrder Order { get; init; }

    /// <summary>The factor that prices are multiplied by.</summary>
    public double PriceScale { get; init; } = 1;

    /// <summary>The vendor's format, or <see langword="null"/> if it is not a known one.</summary>
    public string? Format { get; init; }

    /// <summary>The length of the bars, if their spacing is clear.</summary>
    public Timeframe? Timeframe { get; init; }

    /// <summary>The number of distances between bars that the length was derived from.</summary>
    public int Steps { get; init; }

    /// <summary>Warnings about what was recognized.</summary>
    public IReadOnlyList<DataWarning> Warnings { get; init; } = [];

    /// <summary>The time of the first bar, in ticks of the clock it is written in.</summary>
    public long FirstClock { get; init; } = long.MinValue;

    /// <summary>Headers of columns that are not read.</summary>
    public string[] Ignored => [.. Headers.Where((_, index) => !Columns.Contains(index))];
}
