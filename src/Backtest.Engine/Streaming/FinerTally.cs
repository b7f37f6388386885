namespace Backtest.Engine;

/// <summary>Counts the bars of an instrument that its finer bars make up.</summary>
internal sealed class FinerTally
{
    /// <summary>The number of bars so far.</summary>
    public long Bars { get; private set; }

    /// <summary>The number of bars without finer bars.</summary>
    public long Missing { get; private set; }

    /// <summary>The start of the first such bar, UTC ticks; undefined if there is none.</summary>
    public long FirstMissing { get; private set; }

    /// <summary>The number of bars whose finer bars have other prices.</summary>
    public long Different { get; private set; }

    /// <summary>The start of the first such bar, UTC ticks; undefined if there is none.</summary>
    public long FirstDifferent { get; private set; }

    /// <summary>Adds a bar without finer bars.</summary>
    public void AddMissing(long start)
    {
        Bars++;
        if (Missing++ == 0)
            FirstMissing = start;
    }

    /// <summary>Adds a bar whose finer bars have other prices.</summary>
    public void AddDifferent(long start)
    {
        Bars++;
        if (Different++ == 0)
            FirstDifferent = start;
    }

    /// <summary>Adds a bar that its finer bars make up.</summary>
    public void Add() => Bars++;
}
