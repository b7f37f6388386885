using System.Globalization;
using Backtest;

namespace ExampleNamespace;

/// <summary>
/// Daily bars from a folder of text files, one for each symbol: a header, then date, open, high, low, close and volume. Put in place of it
/// what reads yours: a database, a service, a format of your own.
/// </summary>
[BarSource("example-id", Description = "Daily bars from a folder of text files.")]
public sealed class ExampleBarSource : IBarProvider
{
    /// <summary>How files end.</summary>
    [Parameter(Description = "How files end.")]
    public string Extension { get; init; } = ".csv";

    /// <inheritdoc/>
    public IEnumerable<string> FindSymbols(BarRequest request) => Directory.EnumerateFiles(Folder(request), $"*{Extension}")
        .Select(file => Path.GetFileNameWithoutExtension(file).ToUpperInvariant())
        .Where(symbol => request.Symbols.Count == 0 || request.Symbols.Contains(symbol));

    /// <inheritdoc/>
    public IEnumerable<Bar> ReadBars(string symbol, BarRequest request, CancellationToken cancellation)
    {
        // Bars are read as they are needed: yield each, and memory stays small.
        foreach (string line in File.ReadLines(Path.Combine(Folder(request), $"{symbol.ToLowerInvariant()}{Extension}")).Skip(1))
        {
            string[] fields = line.Split(',');
            DateTime start = DateTime.ParseExact(
                fields[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
            yield return new Bar(
                start, start.AddDays(1), Number(fields[1]), Number(fields[2]), Number(fields[3]), Number(fields[4]), Number(fields[5]));
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Folder(BarRequest request) => Directory.Exists(request.Path)
        ? request.Path
        : throw new InputException(new InputError("missing_path", $"there is no folder '{request.Path}'")
        {
            Key = "data.path",
            Fix = "Add the folder of the files, such as path: data.",
        });
}
