using Backtest.Data.Calendars;
using Backtest.Data.Time;

namespace Backtest.Data.Lean;

/// <summary>A symbol of a LEAN folder: where its bars are, and when.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Parts">Its zips, by date.</param>
/// <param name="Calendar">When its market trades.</param>
/// <param name="Placement">Places its bars.</param>
/// <param name="Zone">The zone of the times in its files.</param>
internal sealed record LeanSymbol(
    string Symbol, IReadOnlyList<LeanPart> Parts, ITradingCalendar Calendar, IBarPlacement Placement, DataZone Zone)
{
    /// <summary>By what its prices are put on the folder's own scale, by day; empty: they are as they were traded.</summary>
    public IReadOnlyList<AdjustmentStep> Scale { get; init; } = [];
}
