namespace Backtest.Testing;

/// <summary>Asked again, newly created, and in another culture and time zone, it returns the same bars and actions.</summary>
internal sealed class SourceDeterminismLaw() : BarSourceLaw(LawNames.Determinism)
{
    public override ConformanceFinding Examine(BarSourceExamination examination)
    {
        IBarProvider used = examination.Create();
        foreach (string symbol in examination.Known.Keys)
            BarSourceExamination.Read(used, symbol, examination.Request);
        if (Difference(examination, used) is { } again)
            return Broken($"asked again, {again}", "Keep no state between readings.");
        if (Difference(examination, examination.Create()) is { } anew)
            return Broken($"made anew, {anew}", "Take nothing from clocks, chance or statics.");
        using (new OtherCulture())
        {
            if (Difference(examination, examination.Create()) is { } elsewhere)
                return Broken($"in {OtherCulture.Name}, {elsewhere}", "Read numbers and times with CultureInfo.InvariantCulture.");
        }

        using (var zone = new OtherTimeZone())
        {
            if (Difference(examination, examination.Create()) is { } elsewhere)
                return Broken($"in the time zone {zone.Name}, {elsewhere}", "Convert times by the zone of the data, never by the machine's.");
        }

        return Held("asked again, made anew, in another culture and another time zone, it is the same");
    }

    private static string? Difference(BarSourceExamination examination, IBarProvider provider)
    {
        foreach ((string symbol, Bar[] known) in examination.Known)
        {
            if (BarSourceExamination.Difference(symbol, known, BarSourceExamination.Read(provider, symbol, examination.Request)) is { } difference)
                return difference;
        }

        return provider.ReadActions(examination.Request).SequenceEqual(examination.Create().ReadActions(examination.Request))
            ? null
            : "its actions differ";
    }
}
