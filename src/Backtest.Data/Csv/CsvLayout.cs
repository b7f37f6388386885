using System.Text;
using Backtest.Data.Rows;
using Backtest.Data.Time;

namespace Backtest.Data.Csv;

/// <summary>How a file is written: what the run file says of it, and what its first 64 KB show.</summary>
/// <param name="Encoding">The encoding of its text.</param>
/// <param name="Separator">What is between fields.</param>
/// <param name="FirstLine">The line the first row is on.</param>
/// <param name="Headers">The names of its columns, from its header line or the run file.</param>
/// <param name="Columns">Which of them are read.</param>
internal sealed record CsvLayout(Encoding Encoding, char Separator, int FirstLine, IReadOnlyList<string> Headers, CsvColumns Columns)
{
    /// <summary>How numbers are written.</summary>
    public NumberStyle Numbers { get; init; }

    /// <summary>How times are written; <see langword="null"/>: no row of the start has a time that could be read.</summary>
    public TimeReading? Times { get; init; }

    /// <summary>In which order the bars are.</summary>
    public RowOrder Order { get; init; }

    /// <summary>What the prices are multiplied by.</summary>
    public double PriceScale { get; init; } = 1;

    /// <summary>The vendor's format; <see langword="null"/>: none that is known.</summary>
    public string? Format { get; init; }

    /// <summary>The length of the bars, where their spacing is plain.</summary>
    public Timeframe? Timeframe { get; init; }

    /// <summary>How many distances between bars that was found by.</summary>
    public int Steps { get; init; }

    /// <summary>What was recognized that a user should know.</summary>
    public IReadOnlyList<DataWarning> Warnings { get; init; } = [];

    /// <summary>When the first bar is, in ticks of the clock it is written in.</summary>
    public long FirstClock { get; init; } = long.MinValue;

    /// <summary>Headers of columns nothing is read from.</summary>
    public string[] Ignored => [.. Headers.Where((_, index) => !Columns.Contains(index))];
}
