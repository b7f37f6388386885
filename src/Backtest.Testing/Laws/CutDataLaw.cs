namespace Backtest.Testing;

/// <summary>Cutting the data after a bar leaves every decision up to it unchanged. Most cuts are where something was decided.</summary>
internal sealed class CutDataLaw : Law
{
    private const int AtDecisions = 16;
    private const int Between = 12;

    public override string Name => LawNames.CutData;

    public override IReadOnlyList<string> RestsOn => [LawNames.Runs, LawNames.Determinism, LawNames.Isolation];

    public override bool NeedsDecisions => true;

    public override ConformanceFinding Examine(Examination examination)
    {
        IReadOnlyList<Decision> whole = examination.Whole.Decisions;
        int cuts = 0;
        foreach (long end in Moments.Of(whole, TrialBars.Ends(examination.Bars), AtDecisions, Between))
        {
            cuts++;
            TrialResult cut = examination.Run(TrialBars.Until(examination.Bars, end));
            if (Difference.First(whole, cut.Decisions, end) is { } difference)
            {
                return Broken(
                    difference.Describe("with all bars it decided", $"with those after {FactText.Time(end)} cut off"),
                    "It uses future data. Read only the current bar, indicators and the position.");
            }
        }

        return Held(FormattableString.Invariant($"{cuts} cuts left every earlier decision unchanged"));
    }
}
