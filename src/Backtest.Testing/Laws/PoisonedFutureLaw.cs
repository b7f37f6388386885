namespace Backtest.Testing;

/// <summary>
/// Other bars after a bar leave every decision up to it unchanged. The other bars are in the same chunk, after the current row, and are as extreme as
/// bars can be, up and down.
/// </summary>
internal sealed class PoisonedFutureLaw : Law
{
    private const int AtDecisions = 10;
    private const int Between = 8;

    public override string Name => LawNames.PoisonedFuture;

    public override IReadOnlyList<string> RestsOn => [LawNames.Runs, LawNames.Determinism, LawNames.Isolation];

    public override bool NeedsDecisions => true;

    public override ConformanceFinding Examine(Examination examination)
    {
        IReadOnlyList<Decision> whole = examination.Whole.Decisions;
        int moments = 0;
        foreach (long end in Moments.Of(whole, TrialBars.Ends(examination.Bars), AtDecisions, Between))
        {
            moments++;
            foreach (bool up in (bool[])[true, false])
            {
                TrialResult poisoned = examination.Run(TrialBars.PoisonedAfter(examination.Bars, end, up));
                if (Difference.First(whole, poisoned.Decisions, end) is { } difference)
                {
                    string wild = up ? "explode" : "collapse";
                    return Broken(
                        difference.Describe("it decided", $"where prices {wild} after {FactText.Time(end)}"),
                        "It reads bars or values after the current row, which are the future. Read only the current bar and the indicators' current values.");
                }
            }
        }

        return Held(FormattableString.Invariant($"changed bars after {moments} bars left every earlier decision unchanged"));
    }
}
