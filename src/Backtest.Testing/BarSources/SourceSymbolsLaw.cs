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
                return Broken($"asked for {symbol} alone, it does not have it", "Find what Symbols names; empty, it asks for all.");
            if (BarSourceExamination.Difference(symbol, known, BarSourceExamination.Read(provider, symbol, alone)) is { } difference)
                return Broken($"asked for {symbol} alone, {difference}", "Let no symbol depend on which others are asked for.");
        }

        return Held("each symbol asked for alone has the bars it has among the others");
    }
}
