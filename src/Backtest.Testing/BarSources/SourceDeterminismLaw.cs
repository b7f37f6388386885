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
            return Broken($"when read again, {again}", "Keep no state between reads.");
        if (Difference(examination, examination.Create()) is { } anew)
            return Broken($"in a new instance, {anew}", "Use no clock, randomness or statics.");
        using (new OtherCulture())
        {
            if (Difference(examination, examination.Create()) is { } elsewhere)
                return Broken($"in {OtherCulture.Name}, {elsewhere}", "Read numbers and times with CultureInfo.InvariantCulture.");
        }

        using (var zone = new OtherTimeZone())
        {
            if (Difference(examination, examination.Create()) is { } elsewhere)
                return Broken($"in the time zone {zone.Name}, {elsewhere}", "Convert times with the time zone of the data, never with the machine's.");
        }

        return Held("the bars are the same when read again, in a new instance, in another culture and in another time zone");
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
