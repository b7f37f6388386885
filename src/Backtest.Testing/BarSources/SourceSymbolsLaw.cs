namespace Backtest.Testing;

/// <summary>Asked for one symbol of several, it has that symbol, with the same bars as among the others.</summary>
internal sealed class SourceSymbolsLaw() : BarSourceLaw(LawNames.Symbols)
{
    public override ConformanceFinding Examine(BarSourceExamination examination)
    {
        foreach ((string symbol, Bar[] known) in examination.Known)
        {
            BarRequest alone = examination.Request with { Symbols = [symbol] };
            IBarProvider provider = examination.Create();
            if (!provider.FindSymbols(alone).Contains(symbol, StringComparer.Ordinal))
                return Broken($"for a request of only {symbol}, it has no bars", "Return the symbols in Symbols. If it is empty, return all.");
            if (BarSourceExamination.Difference(symbol, known, BarSourceExamination.Read(provider, symbol, alone)) is { } difference)
                return Broken($"for a request of only {symbol}, {difference}", "Make every symbol independent of the others that are requested.");
        }

        return Held("each symbol requested alone has the same bars as with the others");
    }
}
