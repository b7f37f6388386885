using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Selects the parameter set that a strategy uses on one instrument.</summary>
internal sealed class ParameterSwitch
{
    private readonly ParameterSets _sets;
    private readonly bool[] _wasInForce; // by the number of the set
    private int _stretch;
    private string _regime = RegimeEvent.Unknown;

    /// <param name="sets">The sets; until a regime is known, the set for an unknown regime decides.</param>
    public ParameterSwitch(ParameterSets sets)
    {
        _sets = sets;
        _wasInForce = new bool[sets.All.Count];
        Take();
    }

    /// <summary>The number of the set that decides now.</summary>
    public int Active { get; private set; }

    /// <summary>The keys of the sets that never decided.</summary>
    public IEnumerable<string> NeverInForce => _sets.All.Where((_, set) => !_wasInForce[set]).Select(set => set.Key).OfType<string>();

    private bool HasNext => _stretch + 1 < _sets.Stretches.Count;

    private int NextDay => _sets.Stretches[_stretch + 1].Day;

    /// <summary>Switches to the set of a regime.</summary>
    public void Enter(string regime)
    {
        _regime = regime;
        Take();
    }

    /// <summary>Switches to the set of a day. Days only go forward.</summary>
    public void Reach(int day)
    {
        if (!HasNext || NextDay > day)
            return;
        while (HasNext && NextDay <= day)
            _stretch++;
        Take();
    }

    /// <summary>The first row that another set decides on because of its day; the end of the rows if there is none.</summary>
    public int NextRow(BarSeries bars, int from, int to)
    {
        if (!HasNext || from == to || bars.Day[to - 1] < NextDay)
            return to;
        int day = NextDay;
        while (bars.Day[from] < day)
            from++;
        return from;
    }

    private void Take()
    {
        Active = _sets.Stretches[_stretch].In(_regime);
        _wasInForce[Active] = true;
    }
}
