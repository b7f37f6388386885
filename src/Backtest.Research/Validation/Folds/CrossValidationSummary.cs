using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>A trial that was chosen on some folds, and its results on the others.</summary>
/// <param name="Number">The split's number, from 0.</param>
/// <param name="TestFolds">The folds tested.</param>
/// <param name="TrainDays">The number of days used to choose.</param>
/// <param name="TestDays">The number of days tested.</param>
/// <param name="Trial">The number of the trial that was best inside, or null if none has a figure.</param>
/// <param name="Inside">Its objective on the days used to choose.</param>
/// <param name="Outside">Its objective on the days tested, or null if it cannot be computed.</param>
/// <param name="Beaten">The fraction of the other trials that it exceeded on the days tested, in [0, 1].</param>
public sealed record SplitResult(
    int Number, IReadOnlyList<int> TestFolds, int TrainDays, int TestDays, int? Trial, double? Inside, double? Outside, double? Beaten);

/// <summary>The whole of the time, each fold traded with what was chosen without it.</summary>
/// <param name="TotalReturn">The compounded return, as a fraction.</param>
/// <param name="Sharpe">The annual Sharpe ratio.</param>
/// <param name="MaxDrawdown">The deepest drawdown of daily equity, as a fraction.</param>
public sealed record PathResult(double? TotalReturn, double? Sharpe, double? MaxDrawdown);

/// <summary>The results of a search in cross-validation.</summary>
public sealed record CrossValidationSummary : ValidationSummary
{
    /// <summary>The number of folds.</summary>
    public required int Folds { get; init; }

    /// <summary>The number of folds tested at a time.</summary>
    public required int TestFolds { get; init; }

    /// <summary>The number of days.</summary>
    public required int Days { get; init; }

    /// <summary>The number of days before each test that were not used to choose.</summary>
    public required int PurgeDays { get; init; }

    /// <summary>The number of days after each test that were not used to choose.</summary>
    public required int EmbargoDays { get; init; }

    /// <summary>Whether plugins learn, and did so in each split only from the days used to choose.</summary>
    public bool IsFittedAgain { get; init; }

    /// <summary>The number of trials to choose from.</summary>
    public required int Trials { get; init; }

    /// <summary>The splits.</summary>
    public required IReadOnlyList<SplitResult> Splits { get; init; }

    /// <summary>The paths.</summary>
    public required IReadOnlyList<PathResult> Paths { get; init; }

    /// <summary>The median over the splits of the objective on the days used to choose.</summary>
    public double? Inside { get; init; }

    /// <summary>The median over the splits of the objective on the days tested.</summary>
    public double? Outside { get; init; }

    /// <summary>The median over the splits of how much worse the objective was on the days tested, in its own units.</summary>
    public double? Degradation { get; init; }

    /// <summary>The fraction of splits in which the chosen trial was not better than half of the others on the days tested.</summary>
    public double? BelowMedian { get; init; }

    /// <inheritdoc/>
    public override JsonNode ToJson() => JsonSerializer.SerializeToNode(this, ValidationJsonContext.Camel.CrossValidationSummary)!;

    /// <inheritdoc/>
    protected override IEnumerable<string> Lines()
    {
        string tested = TestFolds == 1 ? "each tested once" : Format($"{TestFolds} tested at a time");
        yield return Format(
            $"out of sample ({Type}): {Folds} folds, {tested}, {Splits.Count:N0} splits; the trials chosen without the test had a median {Objective} of {Inside:G4} inside and {Outside:G4} outside, a median of {Degradation:G4} worse; in {100 * BelowMedian:0}% of splits they were no better than half of the {Trials:N0} trials; this measures the choice of trials on days like these, not what the winner will earn");
        if (Paths.Select(path => path.Sharpe).OfType<double>().Order().ToArray() is { Length: > 0 } ratios)
        {
            yield return Format(
                $"  {Paths.Count} {(Paths.Count == 1 ? "path" : "paths")} through all days: Sharpe {Spread(ratios)}, total return {Spread([.. Paths.Select(path => path.TotalReturn).OfType<double>().Order()])}; positions were closed at the end of each fold, at the usual costs");
        }

        yield return Format(
            $"  the {PurgeDays:N0} days before a test (purge) and the {EmbargoDays:N0} days after it (embargo) were not used for choosing; later days were, which no trader can do");
        if (IsFittedAgain)
        {
            yield return "  in each split, plugins that learn used only the days used for choosing, and on each day only those before it; in the first fold, only the warm-up comes before it";
        }
    }

    private static string Spread(double[] ordered) =>
        ordered.Length == 1 ? Format($"{ordered[0]:0.00}") : Format($"{ordered[0]:0.00} to {ordered[^1]:0.00}, median {Median.Of(ordered):0.00}");

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
