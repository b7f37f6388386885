namespace Backtest.Testing;

/// <summary>
/// It has symbols, each once, and bars for each, with valid prices and in the order of their ends; its actions are for those symbols.
/// </summary>
internal sealed class SourceRunsLaw() : BarSourceLaw(LawNames.Runs)
{
    private const string Fix = "Return bars in the order of their ends, in UTC, with 0 < low ≤ open, close ≤ high and a volume of zero or above.";

    public override ConformanceFinding Examine(BarSourceExamination examination)
    {
        IBarProvider provider = examination.Create();
        string[] all = [.. provider.FindSymbols(examination.Request)];
        if (all.Length == 0)
            return Broken("it has no symbols for the request", "Examine it with a request that has bars: a path, symbols, days.");
        if (all.GroupBy(symbol => symbol, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return Broken($"it names {twice.Key} twice", "Name each symbol once.");
        int bars = 0;
        foreach (string symbol in BarSourceExamination.Symbols(examination.Create(), examination.Request))
        {
            Bar[] read = BarSourceExamination.Read(provider, symbol, examination.Request);
            if (read.Length == 0)
                return Broken($"{symbol} has no bar", "Omit symbols without bars, or examine it with a request that has some.");
            for (int row = 0; row < read.Length; row++)
            {
                if (Problem(read[row], row == 0 ? DateTime.MinValue : read[row - 1].End, provider.HasVolume) is { } problem)
                    return Broken(FormattableString.Invariant($"bar {row} of {symbol}, from {read[row].Start:yyyy-MM-dd HH:mm}, {problem}"), Fix);
            }

            examination.Know(symbol, read);
            bars += read.Length;
        }

        CorporateAction? foreign = provider.ReadActions(examination.Request)
            .FirstOrDefault(action => !all.Contains(action.Symbol, StringComparer.Ordinal));
        return foreign is null
            ? Held(FormattableString.Invariant($"{bars} bars of {examination.Known.Count} symbols"))
            : Broken($"it has an action of {foreign.Symbol}, which is not one of its symbols", "Return only actions of its symbols.");
    }

    private static string? Problem(in Bar bar, DateTime before, bool hasVolume)
    {
        bool isOrdered = bar.Low > 0 && bar.Low <= bar.Open && bar.Low <= bar.Close && bar.Open <= bar.High && bar.Close <= bar.High;
        if (!isOrdered || !double.IsFinite(bar.High))
            return FormattableString.Invariant($"has invalid prices: open {bar.Open}, high {bar.High}, low {bar.Low}, close {bar.Close}");
        if (!double.IsFinite(bar.Volume) || bar.Volume < 0)
            return FormattableString.Invariant($"has a volume of {bar.Volume}");
        if (!hasVolume && bar.Volume != 0)
            return "has a volume, but the source declares that it has none";
        if (bar.Start.Kind == DateTimeKind.Local || bar.End.Kind == DateTimeKind.Local)
            return "is in local time, not in UTC";
        if (bar.Start >= bar.End)
            return "does not end after its start";
        return bar.End > before ? null : "does not end after the one before";
    }
}
