using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Checking;

/// <summary>
/// Finds prices that cannot be right: an open or a close that differs from the previous price by more than a quarter and by twenty times the usual
/// change, if the next price returns; a high above twice, or a low below half, of open and close.
/// </summary>
internal sealed class OutlierCheck(SourceSeries series) : IBarCheck
{
    private const double LeastChange = 0.25;
    private const double TimesUsual = 20;
    private const double LargestReach = 2;

    // The next price must undo at least this fraction of a spike.
    private const double Undone = 0.8;

    private readonly Finding _finding = new(series, "outlier", "Compare the bar with another source.");
    private readonly UsualChange _usual = new();
    private double _before;
    private double _last;
    private long _lastStart;
    private string _lastName = "";
    private bool _isSuspect;

    public void Observe(BarSeries bars)
    {
        for (int row = 0; row < bars.Count; row++)
        {
            CheckReach(bars, row);
            CheckPrice(bars.Open[row], bars.Start[row], "open");
            CheckPrice(bars.Close[row], bars.Start[row], "close");
        }
    }

    public IEnumerable<DataFinding> Findings() => _finding.All();

    private void CheckReach(BarSeries bars, int row)
    {
        double top = Math.Max(bars.Open[row], bars.Close[row]);
        double bottom = Math.Min(bars.Open[row], bars.Close[row]);
        if (bars.High[row] > LargestReach * top && _finding.Add(bars.Start[row]))
            _finding.Message = $"the high is {Text.Change(bars.High[row] / top)} from open and close";
        if (bars.Low[row] * LargestReach < bottom && _finding.Add(bars.Start[row]))
            _finding.Message = $"the low is {Text.Change(bars.Low[row] / bottom)} from open and close";
    }

    private void CheckPrice(double price, long start, string name)
    {
        bool isBack = _isSuspect && Math.Abs(price - _before) <= (1 - Undone) * Math.Abs(_last - _before);
        if (isBack && _finding.Add(_lastStart))
            _finding.Message = $"the {_lastName} is {Text.Change(_last / _before)} from the price before it, and the next price is back";
        double change = _last > 0 ? Math.Abs(price / _last - 1) : 0;
        _isSuspect = change > LeastChange && _usual.IsKnown && change > TimesUsual * _usual.Mean;
        if (_last > 0 && !_isSuspect)
            _usual.Add(change);
        (_before, _last, _lastStart, _lastName) = (_last, price, start, name);
    }
}
