namespace Backtest.Engine;

/// <summary>The built-in price paths, as named in run files.</summary>
internal static class PathNames
{
    public const string Pessimistic = "pessimistic";
    public const string Optimistic = "optimistic";
    public const string NearestExtreme = "nearest_extreme";
    public const string OpenHighLowClose = "open_high_low_close";
    public const string FinerBars = "finer_bars";

    /// <summary>The paths that use only the prices of the bar itself.</summary>
    public static IReadOnlyList<string> OfOneBar { get; } = [Pessimistic, Optimistic, NearestExtreme, OpenHighLowClose];

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All { get; } = [.. OfOneBar, FinerBars];
}
