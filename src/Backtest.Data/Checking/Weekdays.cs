namespace Backtest.Data.Checking;

/// <summary>Counts the bars of each day of the week.</summary>
internal sealed class Weekdays
{
    private const int FewestSundays = 2;

    private readonly long[] _counts = new long[7];

    /// <summary>The number of bars on Sundays.</summary>
    public long Sundays => _counts[(int)DayOfWeek.Sunday];

    /// <summary>Whether there are bars on Sundays and none on Fridays, which means that dates are shifted to the day before.</summary>
    public bool IsShifted => Sundays >= FewestSundays && _counts[(int)DayOfWeek.Friday] == 0
        && _counts[(int)DayOfWeek.Monday] > 0;

    /// <summary>Counts a bar.</summary>
    /// <param name="day">Its day, as a <see cref="DateOnly.DayNumber"/>; day 0 was a Monday.</param>
    public void Pass(int day) => _counts[(day + 1) % 7]++;
}
