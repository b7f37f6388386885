#pragma warning disable BT0105 // Ending the process is what this fixture is about.

namespace Backtest.Fixtures.Exiting;

/// <summary>Ends the whole process at one bar, which plugins must not do.</summary>
[Strategy("exiting", Description = "Ends the process at one bar.")]
public sealed partial class ExitingStrategy
{
    private int _bars;

    /// <summary>The exit code.</summary>
    [Parameter(Description = "The exit code it asks for.")]
    public int Code { get; init; }

    /// <summary>Counts bars and ends the process.</summary>
    public void OnBar(BarEvent bar)
    {
        if (++_bars == 10)
            Environment.Exit(Code);
    }
}
