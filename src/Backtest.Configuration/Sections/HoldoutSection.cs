using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>holdout</c>: days that no run and no search sees until a run looks at them.</summary>
internal static class HoldoutSection
{
    private static readonly Key<HoldoutConfig, DateOnly> From = new(
        "from", Kinds.Date, holdout => holdout.From, "The first day that is held out. The data of searches and runs ends before it.")
    {
        IsRequired = true,
    };

    private static readonly Key<HoldoutConfig, bool> Look = new(
        "look", Kinds.Boolean, holdout => holdout.IsLook, "Whether this run uses the held-out days. It trades from the first of them, and the use is counted.");

    /// <summary>The section.</summary>
    public static ValueKind<HoldoutConfig> Kind { get; } = new ObjectKind<HoldoutConfig>(
        [From, Look], map => new HoldoutConfig { From = map.Get(From), IsLook = map.Get(Look), Position = map.Position });
}
