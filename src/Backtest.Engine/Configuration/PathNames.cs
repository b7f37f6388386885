namespace Backtest.Engine;

/// <summary>The price paths that are built in, as run files name them.</summary>
internal static class PathNames
{
    public const string Pessimistic = "pessimistic";
    public const string Optimistic = "optimistic";
    public const string NearestExtreme = "nearest_extreme";
    public const string OpenHighLowClose = "open_high_low_close";
    public const string FinerBars = "finer_bars";

    /// <summary>Those that know nothing of a bar but its prices.</summary>
    public static IReadOnlyList<string> OfOneBar { get; } = [Pessimistic, Optimistic, NearestExtreme, OpenHighLowClose];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. OfOneBar, FinerBars];
}
