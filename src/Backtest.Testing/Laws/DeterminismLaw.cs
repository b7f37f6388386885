namespace Backtest.Testing;

/// <summary>
/// The same run gives the same decisions. Each run loads the plugin again, so that state kept in statics shows in <see cref="IsolationLaw"/> and not
/// here.
/// </summary>
internal sealed class DeterminismLaw : Law
{
    public override string Name => LawNames.Determinism;

    public override IReadOnlyList<string> RestsOn => [LawNames.Runs];

    public override bool NeedsDecisions => true;

    public override ConformanceFinding Examine(Examination examination)
    {
        IReadOnlyList<Decision> first = examination.RunFresh().Decisions;
        if (Difference.First(first, examination.RunFresh().Decisions) is { } again)
        {
            return Broken(
                again.Describe("the first run decided", "the second"),
                "Take time from the bar and randomness from StartContext.Seed; do not depend on the order of a hash set.");
        }

        using (new OtherCulture())
        {
            if (Difference.First(first, examination.RunFresh().Decisions) is { } culture)
            {
                return Broken(
                    culture.Describe("in this culture it decided", $"in {OtherCulture.Name}"),
                    "Read and write numbers with CultureInfo.InvariantCulture, and compare text ordinally.");
            }
        }

        using var zone = new OtherTimeZone();
        if (!zone.IsSet)
            return Held("two runs and another culture; the time zone cannot be changed on this system");
        if (Difference.First(first, examination.RunFresh().Decisions) is { } elsewhere)
        {
            return Broken(
                elsewhere.Describe("in this time zone it decided", $"in {zone.Name}"), "Keep times in UTC, as in the bar.");
        }

        return Held("two runs, another culture and another time zone decided the same");
    }
}
