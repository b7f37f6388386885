using Backtest.Reporting;
using Backtest.Results;

namespace Backtest.Cli.Runs;

/// <summary>Writes the page that compares runs.</summary>
internal static class ComparisonPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="file">The file to write.</param>
    /// <param name="difference">Where the first two diverge, or null if they were not compared.</param>
    /// <exception cref="InputException">A table cannot be read, or the file cannot be written.</exception>
    public static void Write(IReadOnlyList<StoredRun> runs, string file, RunComparison? difference = null)
    {
        try
        {
            ComparisonReport.Write(runs, file, difference);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError("output_not_writable", $"{file} cannot be written: {exception.Message}") { Fix = "Name another file." });
        }
    }
}
