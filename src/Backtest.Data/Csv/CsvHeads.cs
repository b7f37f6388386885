using Backtest.Data.Csv.Recognition;
using Backtest.Data.Files;
using Backtest.Data.Options;
using Backtest.Data.Time;

namespace Backtest.Data.Csv;

/// <summary>The beginnings of a source's files, and what follows from them for all files.</summary>
internal sealed class CsvHeads
{
    private const int PlainSteps = 10;

    private CsvHeads(IReadOnlyList<CsvHead> all, BarSourceOptions.Csv options)
    {
        All = all;
        Options = options;
    }

    /// <summary>The files, in ordinal order.</summary>
    public IReadOnlyList<CsvHead> All { get; }

    /// <summary>The options, with the detected length of bars if they do not specify one.</summary>
    public BarSourceOptions.Csv Options { get; }

    /// <summary>Finds the files of a source and reads the start of each.</summary>
    /// <exception cref="InputException">A file is missing or invalid, or the files have bars of several lengths.</exception>
    public static CsvHeads Find(BarSourceOptions.Csv options)
    {
        var finder = new LayoutFinder(options, TimeFormat.Find(options));
        CsvHead[] heads = [.. DataPaths.Find(options).Select(file => new CsvHead(file, finder.Find(file)))];
        Timeframe timeframe = options.Timeframe ?? FindTimeframe(options, heads);
        foreach (CsvHead head in heads)
            CheckTimeframe(head, timeframe);
        return new CsvHeads(heads, options with { Timeframe = timeframe });
    }

    private static Timeframe FindTimeframe(BarSourceOptions.Csv options, CsvHead[] heads)
    {
        CsvHead[] plain = [.. heads.Where(head => head.Layout.Timeframe is not null)];
        if (plain.Length == 0)
            return Timeframe.Day;
        CsvHead first = plain[0];
        return Array.Find(plain, head => head.Layout.Timeframe != first.Layout.Timeframe) is not { } other
            ? first.Layout.Timeframe!.Value
            : throw new InputException(options.Error(
                "mixed_timeframes",
                "timeframe",
                $"{first.File.Path} has bars of {first.Layout.Timeframe}, but {other.File.Path} has bars of {other.Layout.Timeframe}.",
                "Use a separate source for each length, or set data.timeframe."));
    }

    /// <summary>Rejects bars longer than declared: daily bars declared as minute bars would make everything counted in bars wrong.</summary>
    private static void CheckTimeframe(CsvHead head, Timeframe timeframe)
    {
        if (head.Layout.Timeframe is { } found && head.Layout.Steps >= PlainSteps && found.Ticks >= 2 * timeframe.Ticks)
            throw new InputException(new InputError("wrong_timeframe", $"the bars are {found} apart, but data.timeframe is {timeframe}")
            {
                Position = new SourcePosition(head.File.Path, head.Layout.FirstLine),
                Fix = $"Set data.timeframe: {found}.",
            });
    }
}
