using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Checking;

/// <summary>
/// Finds splits that prices were not adjusted for: the open differs from the previous day's close by the ratio of a common split, within 3%, and by
/// ten times the usual change; the day's close still differs by that ratio, within 10%; and the source lists no split.
/// </summary>
internal sealed class SplitCheck(SourceSeries series, IReadOnlySet<int> knownDays) : IBarCheck
{
    private const double Tolerance = 0.03;
    private const double ToleranceAtClose = 0.1;
    private const double TimesUsual = 10;

    private static readonly (double Ratio, string Name)[] Splits =
    [
        (1.5, "3 for 2"), (2, "2 for 1"), (3, "3 for 1"), (4, "4 for 1"), (5, "5 for 1"), (7, "7 for 1"), (10, "10 for 1"), (20, "20 for 1"),
        (1.0 / 2, "1 for 2"), (1.0 / 3, "1 for 3"), (1.0 / 4, "1 for 4"), (1.0 / 5, "1 for 5"), (1.0 / 8, "1 for 8"), (1.0 / 10, "1 for 10"),
        (1.0 / 15, "1 for 15"), (1.0 / 20, "1 for 20"), (1.0 / 25, "1 for 25"), (1.0 / 50, "1 for 50"), (1.0 / 100, "1 for 100"),
    ];

    private readonly Finding _finding = new(series, "unadjusted_split", "Use adjusted prices, or a source that has the splits.");
    private readonly UsualChange _usual = new();
    private (double Open, long Start, int Day) _opening;
    private double _closeBefore;
    private double _close;

    public void Observe(BarSeries bars)
    {
        for (int row = 0; row < bars.Count; row++)
        {
            if (bars.Day[row] != _opening.Day)
            {
                CheckDay();
                _opening = (bars.Open[row], bars.Start[row], bars.Day[row]);
                _closeBefore = _close;
            }

            _close = bars.Close[row];
        }
    }

    public IEnumerable<DataFinding> Findings()
    {
        CheckDay();
        _closeBefore = 0;
        return _finding.All();
    }

    private void CheckDay()
    {
        if (_closeBefore == 0)
            return;
        double change = Math.Abs(_opening.Open / _closeBefore - 1);
        if (!_usual.IsKnown || change <= TimesUsual * _usual.Mean)
        {
            _usual.Add(change);
            return;
        }

        if (knownDays.Contains(_opening.Day))
            return;
        foreach ((double ratio, string name) in Splits)
        {
            bool isLikeSplit = IsNear(_opening.Open * ratio, Tolerance) && IsNear(_close * ratio, ToleranceAtClose);
            if (isLikeSplit && _finding.Add(_opening.Start))
                _finding.Message = $"the open is {Text.Change(_opening.Open / _closeBefore)} from the close before, as after a split of {name}";
        }
    }

    private bool IsNear(double price, double tolerance) => Math.Abs(price / _closeBefore - 1) <= tolerance;
}
