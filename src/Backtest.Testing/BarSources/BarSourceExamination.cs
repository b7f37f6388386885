namespace Backtest.Testing;

/// <summary>The examination of one bar source.</summary>
/// <param name="create">Makes a new provider.</param>
/// <param name="request">The request to make.</param>
internal sealed class BarSourceExamination(Func<IBarProvider> create, BarRequest request)
{
    private const int MostSymbols = 5;
    private const int MostBars = 20_000;

    private readonly Dictionary<string, Bar[]> _bars = new(StringComparer.Ordinal);

    /// <summary>Every law, starting with the one the others rest on.</summary>
    public static IReadOnlyList<BarSourceLaw> Laws { get; } =
        [new SourceRunsLaw(), new SourceDeterminismLaw(), new SourceSymbolsLaw(), new SourceDaysLaw(), new SourceInterleavingLaw()];

    /// <summary>The request to make.</summary>
    public BarRequest Request => request;

    /// <summary>The first symbols it has, and their first bars, as the first law read them.</summary>
    public IReadOnlyDictionary<string, Bar[]> Known => _bars;

    /// <summary>Makes a new provider.</summary>
    public IBarProvider Create() => create();

    /// <summary>Finds the symbols of a request that are examined.</summary>
    public static string[] Symbols(IBarProvider provider, BarRequest asked) =>
        [.. provider.FindSymbols(asked).Order(StringComparer.Ordinal).Take(MostSymbols)];

    /// <summary>Reads the bars of a symbol that are examined.</summary>
    public static Bar[] Read(IBarProvider provider, string symbol, BarRequest asked) =>
        [.. provider.ReadBars(symbol, asked, CancellationToken.None).Take(MostBars)];

    /// <summary>Keeps the bars of a symbol.</summary>
    public void Know(string symbol, Bar[] bars) => _bars[symbol] = bars;

    /// <summary>Where two readings differ; <see langword="null"/> if nowhere.</summary>
    public static string? Difference(string symbol, Bar[] expected, Bar[] found)
    {
        int row = expected.AsSpan().CommonPrefixLength(found);
        if (row == expected.Length && row == found.Length)
            return null;
        string Text(Bar[] bars) => row < bars.Length
            ? FormattableString.Invariant($"{bars[row].Start:yyyy-MM-dd HH:mm} close {bars[row].Close}")
            : "no bar";
        return FormattableString.Invariant($"bar {row} of {symbol} is {Text(found)}, but was {Text(expected)}");
    }

    /// <summary>Examines the laws in order. Each rests on those before: a source that breaks one would seem to break others.</summary>
    public IReadOnlyList<ConformanceFinding> Run()
    {
        var findings = new List<ConformanceFinding>();
        foreach (BarSourceLaw law in Laws)
        {
            if (findings.Find(finding => !finding.Passed) is { } before)
            {
                findings.Add(law.NotExamined($"it depends on '{before.Law}', which does not hold"));
                continue;
            }

            try
            {
                findings.Add(law.Examine(this));
            }
            catch (InputException exception) when (findings.Count == 0)
            {
                findings.Add(law.NotExamined($"it cannot read the request: {exception.Message.ReplaceLineEndings(" ")}"));
            }
            catch (Exception exception)
            {
                findings.Add(law.Broken($"it threw {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}", "Fix the exception."));
            }
        }

        return findings;
    }
}
