using Backtest.Data.Files;

namespace Backtest.Data.Csv;

/// <summary>How a file begins.</summary>
/// <param name="File">The file.</param>
/// <param name="NamesSymbols">Whether its rows name their symbol.</param>
/// <param name="HasVolume">Whether it has volumes.</param>
/// <param name="FirstStart">When its first bar starts, UTC ticks; the least there is: no row has a time.</param>
internal sealed record CsvHead(DataPath File, bool NamesSymbols, bool HasVolume, long FirstStart);
