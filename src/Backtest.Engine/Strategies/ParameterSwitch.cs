using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Which of its parameter sets a strategy goes by on one instrument.</summary>
internal sealed class ParameterSwitch
{
    private readonly ParameterSets _sets;
    private readonly bool[] _wasInForce; // by the number of the set
    private int _next; // of the dates

    /// <param name="sets">The sets; before anything is known, that of an unknown regime decides.</param>
    public ParameterSwitch(ParameterSets sets)
    {
        _sets = sets;
        _wasInForce = new bool[sets.All.Count];
        Take(sets.In(RegimeEvent.Unknown));
    }

    /// <summary>The number of the set that decides now.</summary>
    public int Active { get; private set; }

    /// <summary>Where the sets stand that never decided.</summary>
    public IEnumerable<string> NeverInForce => _sets.All.Where((_, set) => !_wasInForce[set]).Select(set => set.Key).OfType<string>();

    /// <summary>Takes the set of a regime.</summary>
    public void Enter(string regime)
    {
        if (_sets.Dates.Count == 0)
            Take(_sets.In(regime));
    }

    /// <summary>Takes the set of a day. Days only go forward.</summary>
    public void Reach(int day)
    {
        if (_next == _sets.Dates.Count || _sets.Dates[_next].Day > day)
            return;
        while (_next < _sets.Dates.Count && _sets.Dates[_next].Day <= day)
            _next++;
        Take(_sets.Dates[_next - 1].Set);
    }

    /// <summary>The first row that is decided on with another set because of its day; the end of the rows: none is.</summary>
    public int NextRow(BarSeries bars, int from, int to)
    {
        if (_next == _sets.Dates.Count || from == to || bars.Day[to - 1] < _sets.Dates[_next].Day)
            return to;
        int day = _sets.Dates[_next].Day;
        while (bars.Day[from] < day)
            from++;
        return from;
    }

    private void Take(int set)
    {
        Active = set;
        _wasInForce[set] = true;
    }
}
