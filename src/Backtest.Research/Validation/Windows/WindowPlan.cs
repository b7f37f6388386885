using System.Globalization;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>A window of a walk-forward: the days searched, and the days traded after them.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Train">The days searched, by their positions.</param>
/// <param name="Test">The days traded.</param>
public sealed record Window(int Number, DayRange Train, DayRange Test);

/// <summary>
/// Lays out the windows of a walk-forward over some days. Lengths in trades are measured by the trades closed on each day; the caller determines
/// whose trades they are, because this becomes known one window after the other.
/// </summary>
public sealed class WindowPlan
{
    private readonly WalkForwardConfig _config;
    private readonly int[] _barsBefore; // by day

    /// <param name="config">The options.</param>
    /// <param name="bars">The number of bars on each day.</param>
    public WindowPlan(WalkForwardConfig config, ReadOnlySpan<int> bars)
    {
        _config = config;
        _barsBefore = Sums(bars);
    }

    /// <summary>The number of days.</summary>
    public int Days => _barsBefore.Length - 1;

    /// <summary>Lays out windows that are counted in days or bars.</summary>
    /// <param name="config">The options.</param>
    /// <param name="bars">The number of bars on each day.</param>
    /// <exception cref="InputException">There are too few days for one window.</exception>
    public static IReadOnlyList<Window> Of(WalkForwardConfig config, ReadOnlySpan<int> bars)
    {
        var plan = new WindowPlan(config, bars);
        var windows = new List<Window>();
        for (int from = plan.FirstTest([]); from < plan.Days; from = plan.NextTest(windows[^1].Test, []))
        {
            if (plan.Test(from, isFirst: windows.Count == 0, []) is not { } test)
                break;
            windows.Add(new Window(windows.Count, plan.TrainBefore(from, []), test));
        }

        return windows.Count > 0 ? windows : throw plan.TooLong();
    }

    /// <summary>Where the first test begins: after the first search and the gap. It is after the last day if there are too few days.</summary>
    /// <param name="trades">The number of trades closed on each day, if searches are counted in trades.</param>
    public int FirstTest(ReadOnlySpan<int> trades) => After(After(0, _config.Train, trades), _config.Gap, []);

    /// <summary>The days traded from a day on, or null if too few days are left for a first test, or a last one must be dropped.</summary>
    /// <param name="from">The day.</param>
    /// <param name="isFirst">Whether it is the first test.</param>
    /// <param name="trades">The number of trades closed on each day, if tests are counted in trades.</param>
    public DayRange? Test(int from, bool isFirst, ReadOnlySpan<int> trades)
    {
        int end = After(from, _config.Test, trades);
        return end > Days && (_config.DropsPartial || isFirst) ? null : new DayRange(from, Math.Min(end, Days));
    }

    /// <summary>Where the test after another begins.</summary>
    /// <param name="test">The other test.</param>
    /// <param name="trades">The number of trades closed on each day since it began, if steps are counted in trades.</param>
    public int NextTest(DayRange test, ReadOnlySpan<int> trades) =>
        Math.Max(test.To, _config.Step is { } step ? After(test.From, step, trades) : test.To);

    /// <summary>The days searched before a test.</summary>
    /// <param name="test">The day the test begins.</param>
    /// <param name="trades">The number of trades closed on each day, if searches are counted in trades.</param>
    public DayRange TrainBefore(int test, ReadOnlySpan<int> trades)
    {
        int end = Back(test, _config.Gap, []);
        return new DayRange(_config.IsAnchored ? 0 : Back(end, _config.Train, trades), end);
    }

    /// <summary>The error that windows in days and bars are longer than the data.</summary>
    public InputException TooLong() => Refused(string.Create(
        CultureInfo.InvariantCulture,
        $"a search of {Text(_config.Train)}{(_config.Gap.Count > 0 ? $", a gap of {Text(_config.Gap)}" : "")} and a test of {Text(_config.Test)} are longer than the data, which has {Days:N0} trading days and {_barsBefore[^1]:N0} bars"),
        "validation.train");

    /// <summary>The error that the first search does not reach its number of trades.</summary>
    /// <param name="closed">The number of trades that the run in the file closes.</param>
    public InputException TooFewToSearch(int closed) => Refused(string.Create(
        CultureInfo.InvariantCulture,
        $"the first search ends when the run of the file's own values has closed {_config.Train.Count:N0} trades, but it closes {closed:N0} on {Days:N0} trading days{(closed < _config.Train.Count ? "" : ", with no day left to trade")}"),
        "validation.train");

    /// <summary>The error that the first test does not reach its number of trades.</summary>
    /// <param name="from">The day it begins.</param>
    /// <param name="closed">The number of trades closed from then on.</param>
    public InputException TooFewToTest(DateOnly from, int closed) => Refused(string.Create(
        CultureInfo.InvariantCulture,
        $"the first test needs {_config.Test.Count:N0} trades, but the best of the search before it closes {closed:N0} from {from:yyyy-MM-dd} to the end of the data"),
        "validation.test");

    private InputException Refused(string message, string key) => new(new InputError("long_windows", message)
    {
        Key = key,
        Position = _config.Position,
        Fix = "Use shorter windows or more data.",
    });

    /// <summary>The day after a length of time. The number of days plus one means a day that the data does not have.</summary>
    private int After(int day, WindowLength length, ReadOnlySpan<int> trades)
    {
        if (length.Unit == WindowUnit.Days || day > Days)
            return (int)Math.Min((long)day + length.Count, Days + 1);
        int[] before = Before(length.Unit, trades);
        int to = day;
        while (to <= Days && before[Math.Min(to, Days)] - before[day] < length.Count)
            to++;
        return to;
    }

    private int Back(int day, WindowLength length, ReadOnlySpan<int> trades)
    {
        if (length.Unit == WindowUnit.Days)
            return Math.Max(0, day - length.Count);
        int[] before = Before(length.Unit, trades);
        int from = day;
        while (from > 0 && before[day] - before[from] < length.Count)
            from--;
        return from;
    }

    private int[] Before(WindowUnit unit, ReadOnlySpan<int> trades) => unit == WindowUnit.Bars ? _barsBefore : Sums(trades);

    private static int[] Sums(ReadOnlySpan<int> counts)
    {
        int[] before = new int[counts.Length + 1];
        for (int day = 0; day < counts.Length; day++)
            before[day + 1] = before[day] + counts[day];
        return before;
    }

    private static string Text(WindowLength length) =>
        string.Create(CultureInfo.InvariantCulture, $"{length.Count:N0} {length.Unit.ToString().ToLowerInvariant()}");
}
