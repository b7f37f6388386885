namespace Backtest.Engine;

/// <summary>How many bars of an instrument its finer bars make up.</summary>
internal sealed class FinerTally
{
    /// <summary>Bars so far.</summary>
    public long Bars { get; private set; }

    /// <summary>Bars that have no finer ones.</summary>
    public long Missing { get; private set; }

    /// <summary>The start of the first of these, UTC ticks; of no meaning while there is none.</summary>
    public long FirstMissing { get; private set; }

    /// <summary>Bars whose finer ones do not come to the same prices.</summary>
    public long Different { get; private set; }

    /// <summary>The start of the first of these, UTC ticks; of no meaning while there is none.</summary>
    public long FirstDifferent { get; private set; }

    /// <summary>Adds a bar that has no finer ones.</summary>
    public void AddMissing(long start)
    {
        Bars++;
        if (Missing++ == 0)
            FirstMissing = start;
    }

    /// <summary>Adds a bar whose finer ones come to other prices.</summary>
    public void AddDifferent(long start)
    {
        Bars++;
        if (Different++ == 0)
            FirstDifferent = start;
    }

    /// <summary>Adds a bar that its finer ones make up.</summary>
    public void Add() => Bars++;
}
