using Backtest.Data.Calendars;
using Backtest.Data.Time;

namespace Backtest.Data.Lean;

/// <summary>A symbol of a LEAN folder, with its files and their times.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Parts">Its zips, by date.</param>
/// <param name="Calendar">The calendar of its market.</param>
/// <param name="Placement">Determines the times of its bars.</param>
/// <param name="Zone">The zone of the times in its files.</param>
internal sealed record LeanSymbol(
    string Symbol, IReadOnlyList<LeanPart> Parts, ITradingCalendar Calendar, IBarPlacement Placement, DataZone Zone)
{
    /// <summary>The steps that put its prices on the folder's own scale, by day; empty for prices as traded.</summary>
    public IReadOnlyList<AdjustmentStep> Scale { get; init; } = [];
}
