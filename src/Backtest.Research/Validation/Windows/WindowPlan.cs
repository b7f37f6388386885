using System.Globalization;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>A window of a walk-forward: what is searched, and what is traded after it.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Train">The days searched, by their places.</param>
/// <param name="Test">The days traded.</param>
public sealed record Window(int Number, DayRange Train, DayRange Test);

/// <summary>
/// Lays out the windows of a walk-forward over some days. Lengths in trades are measured by trades closed on each day; whose they are is said by
/// the caller, as it is known one window after the other.
/// </summary>
public sealed class WindowPlan
{
    private readonly WalkForwardConfig _config;
    private readonly int[] _barsBefore; // each day

    /// <param name="config">What is asked.</param>
    /// <param name="bars">How many bars each day has.</param>
    public WindowPlan(WalkForwardConfig config, ReadOnlySpan<int> bars)
    {
        _config = config;
        _barsBefore = Sums(bars);
    }

    /// <summary>How many days there are.</summary>
    public int Days => _barsBefore.Length - 1;

    /// <summary>Lays out windows that are counted in days or bars.</summary>
    /// <param name="config">What is asked.</param>
    /// <param name="bars">How many bars each day has.</param>
    /// <exception cref="InputException">The days are too few for one window.</exception>
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

    /// <summary>Where the first test begins: after the first search and the gap. It lies behind the last day where the days are too few.</summary>
    /// <param name="trades">How many trades were closed on each day, where searches are counted in trades.</param>
    public int FirstTest(ReadOnlySpan<int> trades) => After(After(0, _config.Train, trades), _config.Gap, []);

    /// <summary>What is traded from a day on; null where the days left are too few for a first test, or a last one is to be dropped.</summary>
    /// <param name="from">The day.</param>
    /// <param name="isFirst">Whether there is no test before.</param>
    /// <param name="trades">How many trades were closed on each day, where tests are counted in trades.</param>
    public DayRange? Test(int from, bool isFirst, ReadOnlySpan<int> trades)
    {
        int end = After(from, _config.Test, trades);
        return end > Days && (_config.DropsPartial || isFirst) ? null : new DayRange(from, Math.Min(end, Days));
    }

    /// <summary>Where the test after another begins.</summary>
    /// <param name="test">The other.</param>
    /// <param name="trades">How many trades were closed on each day since it began, where steps are counted in trades.</param>
    public int NextTest(DayRange test, ReadOnlySpan<int> trades) =>
        Math.Max(test.To, _config.Step is { } step ? After(test.From, step, trades) : test.To);

    /// <summary>What is searched before a test.</summary>
    /// <param name="test">The day the test begins.</param>
    /// <param name="trades">How many trades were closed on each day, where searches are counted in trades.</param>
    public DayRange TrainBefore(int test, ReadOnlySpan<int> trades)
    {
        int end = Back(test, _config.Gap, []);
        return new DayRange(_config.IsAnchored ? 0 : Back(end, _config.Train, trades), end);
    }

    /// <summary>The error where windows in days and bars are longer than the data.</summary>
    public InputException TooLong() => Refused(string.Create(
        CultureInfo.InvariantCulture,
        $"a search of {Text(_config.Train)}{(_config.Gap.Count > 0 ? $", a gap of {Text(_config.Gap)}" : "")} and a test of {Text(_config.Test)} are longer than the data, which has {Days:N0} trading days and {_barsBefore[^1]:N0} bars"),
        "validation.train");

    /// <summary>The error where the first search cannot come to its trades.</summary>
    /// <param name="closed">How many trades the run file as it stands closes.</param>
    public InputException TooFewToSearch(int closed) => Refused(string.Create(
        CultureInfo.InvariantCulture,
        $"the first search ends once the run as the file has it has closed {_config.Train.Count:N0} trades, and it closes {closed:N0} on {Days:N0} trading days{(closed < _config.Train.Count ? "" : ", with no day left to trade")}"),
        "validation.train");

    /// <summary>The error where the first test cannot come to its trades.</summary>
    /// <param name="from">The day it begins.</param>
    /// <param name="closed">How many trades are closed from then on.</param>
    public InputException TooFewToTest(DateOnly from, int closed) => Refused(string.Create(
        CultureInfo.InvariantCulture,
        $"the first test is to have {_config.Test.Count:N0} trades, and what was best before it closes {closed:N0} from {from:yyyy-MM-dd} to the end of the data"),
        "validation.test");

    private InputException Refused(string message, string key) => new(new InputError("long_windows", message)
    {
        Key = key,
        Position = _config.Position,
        Fix = "Write shorter windows, or use more data.",
    });

    /// <summary>The day after some have passed. One more than there are days stands for a day the data does not have.</summary>
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
