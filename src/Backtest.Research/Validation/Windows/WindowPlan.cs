using System.Globalization;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>A window of a walk-forward: what is searched, and what is traded after it.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Train">The days searched, by their places.</param>
/// <param name="Test">The days traded.</param>
public sealed record Window(int Number, DayRange Train, DayRange Test);

/// <summary>The windows of a walk-forward over some days.</summary>
public static class WindowPlan
{
    /// <summary>Lays out the windows.</summary>
    /// <param name="config">What is asked.</param>
    /// <param name="bars">How many bars each day has.</param>
    /// <exception cref="InputException">The days are too few for one window.</exception>
    public static IReadOnlyList<Window> Of(WalkForwardConfig config, ReadOnlySpan<int> bars)
    {
        int[] before = new int[bars.Length + 1]; // bars before each day
        for (int day = 0; day < bars.Length; day++)
            before[day + 1] = before[day] + bars[day];
        var windows = new List<Window>();
        int days = bars.Length;
        for (int test = After(After(0, config.Train), config.Gap); test < days; test = Math.Max(test + 1, After(test, config.Step ?? config.Test)))
        {
            int end = After(test, config.Test);
            if (end > days && (config.DropsPartial || windows.Count == 0))
                break;
            int searched = Back(test, config.Gap);
            windows.Add(new Window(
                windows.Count, new DayRange(config.IsAnchored ? 0 : Back(searched, config.Train), searched), new DayRange(test, Math.Min(end, days))));
        }

        return windows.Count > 0 ? windows : throw TooLong(config, days, before[^1]);

        // One more than there are days stands for a day the data does not have.
        int After(int day, WindowLength length)
        {
            if (length.Unit == WindowUnit.Days || day > days)
                return (int)Math.Min((long)day + length.Count, days + 1);
            int to = day;
            while (to <= days && before[Math.Min(to, days)] - before[day] < length.Count)
                to++;
            return to;
        }

        int Back(int day, WindowLength length)
        {
            if (length.Unit == WindowUnit.Days)
                return Math.Max(0, day - length.Count);
            int from = day;
            while (from > 0 && before[day] - before[from] < length.Count)
                from--;
            return from;
        }
    }

    private static InputException TooLong(WalkForwardConfig config, int days, int bars) => new(new InputError(
        "long_windows",
        string.Create(
            CultureInfo.InvariantCulture,
            $"a search of {Text(config.Train)}{(config.Gap.Count > 0 ? $", a gap of {Text(config.Gap)}" : "")} and a test of {Text(config.Test)} are longer than the data, which has {days:N0} trading days and {bars:N0} bars"))
    {
        Key = "validation.train",
        Position = config.Position,
        Fix = "Write shorter windows, or use more data.",
    });

    private static string Text(WindowLength length) =>
        string.Create(CultureInfo.InvariantCulture, $"{length.Count:N0} {(length.Unit == WindowUnit.Days ? "days" : "bars")}");
}
