namespace Backtest.Data.Checking;

/// <summary>Counts the bars of each day of the week.</summary>
internal sealed class Weekdays
{
    private const int FewestSundays = 2;

    private readonly long[] _counts = new long[7];

    /// <summary>How many bars of Sundays there are.</summary>
    public long Sundays => _counts[(int)DayOfWeek.Sunday];

    /// <summary>Whether there are bars on Sundays and none on Fridays: where a market's Fridays are, days are taken for the ones before.</summary>
    public bool IsShifted => Sundays >= FewestSundays && _counts[(int)DayOfWeek.Friday] == 0
        && _counts[(int)DayOfWeek.Monday] > 0;

    /// <summary>Passes a bar.</summary>
    /// <param name="day">Its day, as a <see cref="DateOnly.DayNumber"/>; that of number 0 was a Monday.</param>
    public void Pass(int day) => _counts[(day + 1) % 7]++;
}
