using Backtest.Data.Rows;

namespace Backtest.Data.Calendars;

/// <summary>Determines the times of a bar from its stamp.</summary>
internal interface IBarPlacement
{
    /// <summary>The times of a bar.</summary>
    /// <param name="utc">Its stamp, UTC ticks.</param>
    /// <param name="local">Its stamp on the clock of the data's zone, in ticks.</param>
    BarTime Place(long utc, long local);

    /// <summary>Why such a bar cannot exist, or <see langword="null"/> if it can.</summary>
    RowProblem? Check(in BarTime time);

    /// <summary>Whether a bar is in the requested hours.</summary>
    bool IsWanted(in BarTime time);
}
