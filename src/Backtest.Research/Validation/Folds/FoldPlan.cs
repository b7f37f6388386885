namespace Backtest.Research;

/// <summary>
/// Divides days into folds of equal size, to within a day, and lists all splits that test some of them at a time (combinatorial purged
/// cross-validation; López de Prado, 2018, chapter 12; with one at a time it is k-fold).
/// </summary>
public sealed class FoldPlan
{
    private readonly DayRange[] _folds;
    private readonly int[][] _splitsOf; // for each fold the splits that test it, in order

    /// <param name="days">The number of days.</param>
    /// <param name="folds">The number of folds.</param>
    /// <param name="testFolds">The number of folds tested at a time.</param>
    /// <param name="purge">The number of days before each test that are not used to choose.</param>
    /// <param name="embargo">The number of days after each test that are not used to choose.</param>
    public FoldPlan(int days, int folds, int testFolds, int purge, int embargo)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, folds);
        ArgumentOutOfRangeException.ThrowIfLessThan(testFolds, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(testFolds, folds);
        _folds = [.. Cut(days, folds)];
        Splits =
        [
            .. Choices(folds, testFolds).Select((tested, number) =>
                new FoldSplit(number, tested, [.. tested.Select(fold => _folds[fold])], Train(days, tested, purge, embargo))),
        ];
        _splitsOf = [.. _folds.Select((_, fold) => Splits.Where(split => split.TestFolds.Contains(fold)).Select(split => split.Number).ToArray())];
    }

    /// <summary>The folds, in order of time.</summary>
    public IReadOnlyList<DayRange> Folds => _folds;

    /// <summary>Every choice of the tested folds, in lexicographic order: C(N, k) for N folds of which k are tested.</summary>
    public IReadOnlyList<FoldSplit> Splits { get; }

    /// <summary>How often the whole of the time is tested: k/N of the splits.</summary>
    public int Paths => _splitsOf[0].Length;

    /// <summary>The split that tests each fold on a path through the whole of the time.</summary>
    /// <param name="path">The path, from 0.</param>
    public IReadOnlyList<int> Path(int path) => [.. _splitsOf.Select(splits => splits[path])];

    /// <summary>Divides days into folds, in order of time.</summary>
    public static IEnumerable<DayRange> Cut(int days, int folds) =>
        Enumerable.Range(0, folds).Select(fold => new DayRange((int)((long)fold * days / folds), (int)((fold + 1L) * days / folds)));

    /// <summary>The number of splits, C(N, k), as a double because it soon exceeds an integer.</summary>
    public static double Count(int folds, int testFolds)
    {
        double count = 1;
        for (int i = 1; i <= Math.Min(testFolds, folds - testFolds); i++)
            count = count * (folds - i + 1) / i;
        return Math.Round(count);
    }

    private static IEnumerable<int[]> Choices(int folds, int count)
    {
        int[] chosen = [.. Enumerable.Range(0, count)];
        while (true)
        {
            yield return [.. chosen];
            int place = count - 1;
            while (place >= 0 && chosen[place] == folds - count + place)
                place--;
            if (place < 0)
                yield break;
            chosen[place]++;
            for (int next = place + 1; next < count; next++)
                chosen[next] = chosen[next - 1] + 1;
        }
    }

    /// <summary>The days between the tests; adjacent tested folds form one test, so that no days are lost between them.</summary>
    private DayRange[] Train(int days, int[] tested, int purge, int embargo)
    {
        var train = new List<DayRange>();
        int from = 0;
        foreach ((int index, int fold) in tested.Index())
        {
            if (index == 0 || tested[index - 1] != fold - 1)
                Add(from, _folds[fold].From - purge);
            from = Math.Min(days, _folds[fold].To + embargo);
        }

        Add(from, days);
        return [.. train];

        void Add(int start, int end)
        {
            if (end > start)
                train.Add(new DayRange(start, end));
        }
    }
}
