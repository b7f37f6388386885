using Backtest.Data.Rows;

namespace Backtest.Data.Calendars;

/// <summary>Says when a bar was by the time it is stamped with.</summary>
internal interface IBarPlacement
{
    /// <summary>When a bar was.</summary>
    /// <param name="utc">Its stamp, UTC ticks.</param>
    /// <param name="local">Its stamp on the clock of the data's zone, in ticks.</param>
    BarTime Place(long utc, long local);

    /// <summary>Why there can be no such bar; <see langword="null"/>: there can.</summary>
    RowProblem? Check(in BarTime time);

    /// <summary>Whether a bar is in the hours wanted.</summary>
    bool IsWanted(in BarTime time);
}
