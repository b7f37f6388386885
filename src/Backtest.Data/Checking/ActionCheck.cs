using Backtest.Abstractions.Runtime;
using Backtest.Data.Actions;

namespace Backtest.Data.Checking;

/// <summary>Finds splits that prices do not show, or show although they are adjusted for them, and bars after a delisting.</summary>
internal sealed class ActionCheck(SourceSeries series, IReadOnlyList<CorporateAction> actions) : IBarCheck
{
    private readonly ActionFit _fit = new(series, actions);

    public void Observe(BarSeries bars) => _fit.Observe(bars, first: 0);

    public IEnumerable<DataFinding> Findings() => _fit.Found.GroupBy(misfit => misfit.Code).Select(misfits => new DataFinding(
        misfits.Key, misfits.First().Message, ActionMisfit.FixOf(misfits.Key), misfits.Sum(misfit => misfit.Count))
    {
        Symbol = series.Symbol,
        Timeframe = series.Timeframe,
        Time = new DateTime(misfits.First().Start, DateTimeKind.Utc),
    });
}
