using System.Globalization;
using Backtest.Cli.Composition;

namespace Backtest.Cli.Watching;

/// <summary>Describes the difference between two runs in one line.</summary>
internal static class RunDifference
{
    private const int HashDigits = 8;

    /// <summary>Compares a run with the one before.</summary>
    public static string Describe(RunFigures before, RunFigures after)
    {
        if (before.EventStreamHash == after.EventStreamHash && before == after)
            return $"the same result: all events are unchanged ({Short(after)})";
        string events = before.EventStreamHash == after.EventStreamHash
            ? $"all events are unchanged ({Short(after)})"
            : $"events {Short(before)} → {Short(after)}";
        return $"return {Return(before, after)}, trades {Trades(before, after)}; {events}";
    }

    private static string Return(RunFigures before, RunFigures after)
    {
        if (before.TotalReturn is not { } was || after.TotalReturn is not { } now)
            return $"{Percent(before.TotalReturn)} → {Percent(after.TotalReturn)}";
        return string.Create(CultureInfo.InvariantCulture, $"{Percent(was)} → {Percent(now)} ({100 * (now - was):+0.00;-0.00;±0.00} points)");
    }

    private static string Trades(RunFigures before, RunFigures after) =>
        string.Create(CultureInfo.InvariantCulture, $"{before.Trades:N0} → {after.Trades:N0}");

    private static string Percent(double? value) =>
        value is { } known ? string.Create(CultureInfo.InvariantCulture, $"{100 * known:F2}%") : "-";

    private static string Short(RunFigures figures) => figures.EventStreamHash[..HashDigits];
}
