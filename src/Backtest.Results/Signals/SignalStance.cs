namespace Backtest.Results;

/// <summary>
/// The intended position of one strategy in one symbol over time: from an entry on direction times strength, minus what an exit closes. What stops
/// and targets would have closed is unknown without execution.
/// </summary>
/// <param name="isDaily">
/// Whether an entry applies only to its day. A strategy that reads its position sees that it is flat, so it enters again on each day it wants a
/// position, and has nothing to exit.
/// </param>
internal sealed class SignalStance(bool isDaily)
{
    private readonly List<(int Day, double Value)> _changes = [];

    /// <summary>The current intended position.</summary>
    private double Now => _changes.Count == 0 ? 0 : _changes[^1].Value;

    /// <summary>Adds an entry.</summary>
    /// <param name="day">The trading day; days never decrease.</param>
    /// <param name="conviction">Direction times strength.</param>
    public void Enter(int day, double conviction) => Set(day, conviction);

    /// <summary>Adds an exit.</summary>
    /// <param name="day">The trading day; days never decrease.</param>
    /// <param name="fraction">The fraction to close, in (0, 1].</param>
    public void Exit(int day, double fraction) => Set(day, Now * (1 - fraction));

    /// <summary>The intended position at the end of each of some days.</summary>
    /// <param name="days">Trading days, ascending.</param>
    public double[] At(IReadOnlyList<int> days)
    {
        var values = new double[days.Count];
        double value = 0;
        int next = 0;
        for (int i = 0; i < days.Count; i++)
        {
            if (isDaily)
                value = 0;
            for (; next < _changes.Count && _changes[next].Day <= days[i]; next++)
                value = _changes[next].Value;
            values[i] = value;
        }

        return values;
    }

    private void Set(int day, double value)
    {
        if (_changes.Count > 0 && _changes[^1].Day == day)
            _changes[^1] = (day, value);
        else
            _changes.Add((day, value));
    }
}
