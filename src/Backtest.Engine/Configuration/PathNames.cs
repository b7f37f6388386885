namespace Backtest.Engine;

/// <summary>The price paths that are built in, as run files name them.</summary>
internal static class PathNames
{
    public const string Pessimistic = "pessimistic";
    public const string Optimistic = "optimistic";
    public const string NearestExtreme = "nearest_extreme";
    public const string OpenHighLowClose = "open_high_low_close";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Pessimistic, Optimistic, NearestExtreme, OpenHighLowClose];
}
