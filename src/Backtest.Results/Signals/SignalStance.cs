namespace Backtest.Results;

/// <summary>
/// What one strategy wants to hold of one symbol as days go by: from an entry on direction times strength, less what an exit takes of it. What
/// stops and targets would have closed is not known without execution.
/// </summary>
/// <param name="isDaily">
/// Whether an entry holds for its day alone. A strategy that goes by its position sees it flat: it enters anew on each day it wants in, and
/// has nothing to exit.
/// </param>
internal sealed class SignalStance(bool isDaily)
{
    private readonly List<(int Day, double Value)> _changes = [];

    /// <summary>What it wants now.</summary>
    private double Now => _changes.Count == 0 ? 0 : _changes[^1].Value;

    /// <summary>Takes an entry.</summary>
    /// <param name="day">The trading day; days never go back.</param>
    /// <param name="conviction">Direction times strength.</param>
    public void Enter(int day, double conviction) => Set(day, conviction);

    /// <summary>Takes an exit.</summary>
    /// <param name="day">The trading day; days never go back.</param>
    /// <param name="fraction">How much is closed, in (0, 1].</param>
    public void Exit(int day, double fraction) => Set(day, Now * (1 - fraction));

    /// <summary>What it wants at the end of each of some days.</summary>
    /// <param name="days">Trading days, going up.</param>
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
