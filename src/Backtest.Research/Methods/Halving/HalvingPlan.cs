namespace Backtest.Research;

/// <summary>The number of trials of each rung, and the share of the data they run on.</summary>
internal sealed class HalvingPlan
{
    private readonly int _eta;
    private readonly int _first;

    /// <param name="planned">The total number of trials.</param>
    /// <param name="eta">The factor by which each rung has fewer trials.</param>
    /// <param name="rungs">The number of rungs, if there are enough trials for one in each.</param>
    public HalvingPlan(int planned, int eta, int rungs)
    {
        _eta = eta;
        Rungs = Math.Max(1, Math.Min(rungs, planned));
        // The largest first rung with which all rungs together do not exceed the plan.
        int low = 1;
        int high = Math.Max(1, planned);
        while (low < high)
        {
            int middle = low + ((high - low + 1) / 2);
            if (Enumerable.Range(0, Rungs).Sum(rung => (long)Size(middle, rung)) <= planned)
                low = middle;
            else
                high = middle - 1;
        }

        _first = low;
    }

    /// <summary>The number of rungs.</summary>
    public int Rungs { get; }

    /// <summary>The number of trials of a rung, counted from 0.</summary>
    public int SizeOf(int rung) => Size(_first, rung);

    /// <summary>The share of the data for a rung; 1 for the last.</summary>
    public double ShareOf(int rung)
    {
        double share = 1;
        for (int i = rung + 1; i < Rungs; i++)
            share /= _eta;
        return share;
    }

    private int Size(int first, int rung)
    {
        int size = first;
        for (int i = 0; i < rung; i++)
            size /= _eta;
        return Math.Max(1, size);
    }
}
