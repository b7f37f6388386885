namespace Backtest.Testing;

/// <summary>Any number of bars in one call gives the same values as one by one.</summary>
internal sealed class IndicatorColumnsLaw() : IndicatorLaw(LawNames.Columns)
{
    private static readonly int[][] Lengths = [[], [1, 1, 1], [7, 64, 3, 200], [0, 1, 0, 13, 13, 13]];

    public override ConformanceFinding Examine(IndicatorExamination examination)
    {
        if (!examination.CreateStream().HasColumns)
            return DoesNotApply("it takes bars one by one; a partial class gets a generated loop that takes many");
        foreach (int[] lengths in Lengths)
        {
            if (examination.CreateStream().DifferenceInColumns(examination.CreateStream(), examination.Bars, lengths) is { } row)
            {
                return Broken(
                    FormattableString.Invariant($"in one call for many bars, its value at bar {row} differs from the value bar by bar"),
                    "Do the same arithmetic in the same order, or leave the loop to the generator.");
            }
        }

        return Held("its values were the same in calls of any length");
    }
}
