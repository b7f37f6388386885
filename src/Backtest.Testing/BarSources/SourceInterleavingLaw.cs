namespace Backtest.Testing;

/// <summary>Symbols read alternately, one bar of each, have the same bars as when read one after the other.</summary>
internal sealed class SourceInterleavingLaw() : BarSourceLaw(LawNames.Interleaving)
{
    public override ConformanceFinding Examine(BarSourceExamination examination)
    {
        if (examination.Known.Count < 2)
            return DoesNotApply("it has one symbol");
        IBarProvider provider = examination.Create();
        (string Symbol, Bar[] Known, IEnumerator<Bar> Bars)[] readers = [.. examination.Known.Select(pair =>
            (pair.Key, pair.Value, provider.ReadBars(pair.Key, examination.Request, CancellationToken.None).GetEnumerator()))];
        try
        {
            for (int row = 0; row < readers.Max(reader => reader.Known.Length); row++)
            {
                foreach ((string symbol, Bar[] known, IEnumerator<Bar> bars) in readers.Where(reader => row < reader.Known.Length))
                {
                    if (!bars.MoveNext() || bars.Current != known[row])
                    {
                        return Broken(
                            FormattableString.Invariant($"when symbols are read alternately, bar {row} of {symbol} differs"),
                            "Keep the state of a read in locals of ReadBars: a run reads all symbols in parallel.");
                    }
                }
            }
        }
        finally
        {
            Array.ForEach(readers, reader => reader.Bars.Dispose());
        }

        return Held("when symbols are read alternately, each has the same bars as by itself");
    }
}
