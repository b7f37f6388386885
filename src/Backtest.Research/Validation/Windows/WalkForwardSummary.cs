using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>A window of a walk-forward: what was best in it, and what that brought afterwards.</summary>
public sealed record WindowResult
{
    /// <summary>Its number, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The first day searched.</summary>
    public required DateOnly TrainFrom { get; init; }

    /// <summary>The last day searched.</summary>
    public required DateOnly TrainTo { get; init; }

    /// <summary>The first day traded.</summary>
    public required DateOnly TestFrom { get; init; }

    /// <summary>The last day traded.</summary>
    public required DateOnly TestTo { get; init; }

    /// <summary>How many trials were made.</summary>
    public required int Trials { get; init; }

    /// <summary>The parameters traded; those of an earlier window where no trial of this one has a figure.</summary>
    public required JsonObject Parameters { get; init; }

    /// <summary>What was best in each regime, where that was searched; null where it was not.</summary>
    public IReadOnlyList<WindowRegimeResult>? Regimes { get; init; }

    /// <summary>The objective on the days searched; null where no trial has one.</summary>
    public double? Inside { get; init; }

    /// <summary>The objective on the days traded.</summary>
    public double? Outside { get; init; }

    /// <summary>The compounded return of the days traded, as a fraction.</summary>
    public double? Return { get; init; }

    /// <summary>The mean daily log return of the days traded over that of the days searched; null where the latter is not above 0.</summary>
    public double? Efficiency { get; init; }
}

/// <summary>What was best in a window on the days that began in a regime.</summary>
/// <param name="Regime">The regime.</param>
/// <param name="Parameters">The parameters traded in it; null where it had too few days or trades, and those of the window were traded.</param>
/// <param name="Inside">The objective on these days.</param>
public sealed record WindowRegimeResult(string Regime, JsonObject? Parameters, double? Inside);

/// <summary>What a capital of 1 had come to.</summary>
/// <param name="Day">The end of this day.</param>
/// <param name="Wealth">What it was worth.</param>
public sealed record WealthPoint(DateOnly Day, double Wealth);

/// <summary>How much a parameter changed from window to window.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Changes">In how many windows it was another than in the one before.</param>
/// <param name="MeanStep">The mean of its steps as a share of the range searched; null where values have no order.</param>
public sealed record ParameterDrift(string Name, int Changes, double? MeanStep);

/// <summary>How a search did when it was made again and again, and each time what was best was traded afterwards.</summary>
public sealed record WalkForwardSummary : ValidationSummary
{
    /// <summary>Whether each search began with the first day.</summary>
    public required bool IsAnchored { get; init; }

    /// <summary>The classifier for each of whose regimes there was a search; null where there was none.</summary>
    public string? Classifier { get; init; }

    /// <summary>Whether positions were carried from each test into the next, in one run.</summary>
    public required bool CarriesPositions { get; init; }

    /// <summary>The windows.</summary>
    public required IReadOnlyList<WindowResult> Windows { get; init; }

    /// <summary>How many days were traded.</summary>
    public required int Days { get; init; }

    /// <summary>The compounded return of all days traded, as a fraction.</summary>
    public double? TotalReturn { get; init; }

    /// <summary>Their annual Sharpe ratio.</summary>
    public double? Sharpe { get; init; }

    /// <summary>Their Sharpe ratio of a day, above the risk-free rate; by it walk-forwards of a family are compared.</summary>
    public double? DailySharpe { get; init; }

    /// <summary>Their deepest drawdown, as a fraction.</summary>
    public double? MaxDrawdown { get; init; }

    /// <summary>The mean daily log return of all days traded over that of the days searched (Pardo, 1992); null where the latter is not above 0.</summary>
    public double? Efficiency { get; init; }

    /// <summary>The median over the windows of how much worse the objective was on the days traded, in its own units.</summary>
    public double? Degradation { get; init; }

    /// <summary>What a capital of 1 had come to on the days traded; of more than a thousand days an even sample, the last included.</summary>
    public required IReadOnlyList<WealthPoint> Curve { get; init; }

    /// <summary>How much each parameter changed.</summary>
    public required IReadOnlyList<ParameterDrift> Drift { get; init; }

    /// <summary>How many walk-forwards the family has had, this one included.</summary>
    public required int WalkForwards { get; init; }

    /// <summary>The Sharpe ratio deflated by their number; null where it cannot be had.</summary>
    public DeflatedSharpe? Deflated { get; init; }

    /// <inheritdoc/>
    public override JsonNode ToJson() => JsonSerializer.SerializeToNode(this, ValidationJsonContext.Camel.WalkForwardSummary)!;

    /// <inheritdoc/>
    protected override IEnumerable<string> Lines()
    {
        string efficiency = Efficiency is { } share ? Format($"{100 * share:0}%") : "not available, as the days searched gained nothing";
        yield return Format(
            $"out of sample ({Type}): {Windows.Count} windows, {Days:N0} days traded from {Windows[0].TestFrom:yyyy-MM-dd} to {Windows[^1].TestTo:yyyy-MM-dd}: total return {100 * TotalReturn:0.00}%, Sharpe {Sharpe:0.00}, drawdown {100 * MaxDrawdown:0.00}%; {(CarriesPositions ? "one run with one ledger, positions carried from window to window" : "positions were closed at the end of each window, which costs what closing costs")}");
        yield return Format(
            $"  efficiency {efficiency}: what a day traded gained of what a day searched gained; {Objective} was {Degradation:G4} worse in the median of windows; it says how searching again works on days like these, not what comes next");
        if (Deflated is { } deflated)
        {
            yield return Format(
                $"  deflated Sharpe {100 * deflated.Probability:0}% by {WalkForwards:N0} {(WalkForwards == 1 ? "walk-forward" : "walk-forwards")} of the family: the confidence in a true ratio above the one expected of the best of so many without skill; walk-forwards that were never recorded do not count");
        }

        if (Classifier is not null)
        {
            int own = Windows.Sum(window => window.Regimes?.Count(regime => regime.Parameters is not null) ?? 0);
            yield return Format(
                $"  by regimes of {Classifier}: {own} of {Windows.Sum(window => window.Regimes?.Count ?? 0)} searches in a regime found parameters of its own; each has fewer days to choose by than the whole window, and more to choose from by luck");
        }

        foreach (ParameterDrift drift in Drift)
        {
            string step = drift.MeanStep is { } mean ? Format($", by {100 * mean:0}% of its range in the mean") : "";
            yield return Format($"  {drift.Name} changed in {drift.Changes} of {Math.Max(0, Windows.Count - 1)} windows{step}");
        }
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
