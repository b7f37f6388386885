using Backtest.Abstractions.Runtime;
using Backtest.Data.Rows;

namespace Backtest.Data.Checking;

/// <summary>Finds prices that are not above zero, inconsistent within a bar, or not numbers, and negative volumes.</summary>
internal sealed class PriceCheck(SourceSeries series) : IBarCheck
{
    private readonly Dictionary<string, Finding> _findings = new(StringComparer.Ordinal);

    public void Observe(BarSeries bars)
    {
        for (int row = 0; row < bars.Count; row++)
        {
            BarPrices prices = new(bars.Open[row], bars.High[row], bars.Low[row], bars.Close[row], bars.Volume[row]);
            if (prices.FindProblem() is { } problem)
                Add(problem, bars.Start[row]);
        }
    }

    public IEnumerable<DataFinding> Findings() => _findings.Values.SelectMany(finding => finding.All());

    private void Add(RowProblem problem, long time)
    {
        if (!_findings.TryGetValue(problem.Code, out Finding? finding))
            _findings[problem.Code] = finding = new Finding(series, problem.Code, $"{problem.Expected}.");
        if (finding.Add(time))
            finding.Message = problem.Message;
    }
}
