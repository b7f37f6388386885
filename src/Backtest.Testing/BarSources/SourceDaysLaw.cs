namespace Backtest.Testing;

/// <summary>
/// Asked for some days, it returns at least the bars of those days, as they are in the whole. What it returns beyond them is ignored.
/// </summary>
internal sealed class SourceDaysLaw() : BarSourceLaw(LawNames.Days)
{
    // The run's calendar decides the day of a bar, which may differ from the date by one.
    private static readonly TimeSpan Margin = TimeSpan.FromDays(2);

    public override ConformanceFinding Examine(BarSourceExamination examination)
    {
        bool wasTried = false;
        foreach ((string symbol, Bar[] known) in examination.Known.Where(pair => pair.Value[^1].End - pair.Value[0].Start > 6 * Margin))
        {
            wasTried = true;
            TimeSpan third = (known[^1].End - known[0].Start) / 3;
            (DateTime from, DateTime to) = (known[0].Start + third, known[0].Start + (2 * third));
            BarRequest some = examination.Request with { Start = DateOnly.FromDateTime(from), End = DateOnly.FromDateTime(to) };
            Bar[] given = Within(BarSourceExamination.Read(examination.Create(), symbol, some), from, to);
            if (BarSourceExamination.Difference(symbol, Within(known, from, to), given) is { } difference)
            {
                return Broken(
                    FormattableString.Invariant($"for a request of {some.Start:yyyy-MM-dd} to {some.End:yyyy-MM-dd}, {difference}"),
                    "Return at least the bars of the requested days, including the last, each the same as in the full data.");
            }
        }

        return wasTried ? Held("the bars of some days are the same as in the full data") : DoesNotApply("no symbol has bars of more than twelve days");
    }

    private static Bar[] Within(Bar[] bars, DateTime from, DateTime to) =>
        [.. bars.Where(bar => bar.Start >= from + Margin && bar.End <= to - Margin)];
}
