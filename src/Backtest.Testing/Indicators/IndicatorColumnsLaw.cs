namespace Backtest.Testing;

/// <summary>Any number of bars in one call gives the same values as one by one.</summary>
internal sealed class IndicatorColumnsLaw() : IndicatorLaw(LawNames.Columns)
{
    private static readonly int[][] Lengths = [[], [1, 1, 1], [7, 64, 3, 200], [0, 1, 0, 13, 13, 13]];

    public override ConformanceFinding Examine(IndicatorExamination examination)
    {
        if (!examination.CreateStream().HasColumns)
            return DoesNotApply("it takes bars one by one; a partial class is given a loop that takes many");
        foreach (int[] lengths in Lengths)
        {
            if (examination.CreateStream().DifferenceInColumns(examination.CreateStream(), examination.Bars, lengths) is { } row)
            {
                return Broken(
                    FormattableString.Invariant($"in one call for many bars it differs at bar {row} from what it says bar by bar"),
                    "Do the same arithmetic in the same order, or leave the loop to the generator.");
            }
        }

        return Held("in calls of any length it said the same");
    }
}
