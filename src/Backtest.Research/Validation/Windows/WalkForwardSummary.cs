using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>A window of a walk-forward: its best parameters, and their results afterwards.</summary>
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

    /// <summary>The number of trials run.</summary>
    public required int Trials { get; init; }

    /// <summary>The traded parameters; those of an earlier window if no trial of this one has a figure.</summary>
    public required JsonObject Parameters { get; init; }

    /// <summary>The best parameters in each regime, or null if regimes were not searched.</summary>
    public IReadOnlyList<WindowRegimeResult>? Regimes { get; init; }

    /// <summary>The objective on the days searched, or null if no trial has one.</summary>
    public double? Inside { get; init; }

    /// <summary>The objective on the days traded.</summary>
    public double? Outside { get; init; }

    /// <summary>The compounded return of the traded days, as a fraction.</summary>
    public double? Return { get; init; }

    /// <summary>The mean daily log return of the traded days divided by that of the days searched, or null if the latter is not above 0.</summary>
    public double? Efficiency { get; init; }
}

/// <summary>The best parameters of a window on the days that began in a regime.</summary>
/// <param name="Regime">The regime.</param>
/// <param name="Parameters">The parameters traded in it, or null if it had too few days or trades, so that those of the window were traded.</param>
/// <param name="Inside">The objective on these days.</param>
public sealed record WindowRegimeResult(string Regime, JsonObject? Parameters, double? Inside);

/// <summary>The value of a capital of 1.</summary>
/// <param name="Day">The day, at its end.</param>
/// <param name="Wealth">The value.</param>
public sealed record WealthPoint(DateOnly Day, double Wealth);

/// <summary>How much a parameter changed from window to window.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Changes">The number of windows in which it differed from the window before.</param>
/// <param name="MeanStep">The mean of its steps as a fraction of the searched range, or null if values have no order.</param>
public sealed record ParameterDrift(string Name, int Changes, double? MeanStep);

/// <summary>The results of repeating a search in successive windows, and trading its best parameters after each.</summary>
public sealed record WalkForwardSummary : ValidationSummary
{
    /// <summary>Whether each search began with the first day.</summary>
    public required bool IsAnchored { get; init; }

    /// <summary>The classifier whose regimes were each searched, or null if none were.</summary>
    public string? Classifier { get; init; }

    /// <summary>Whether positions were carried from each test into the next, in one run.</summary>
    public required bool CarriesPositions { get; init; }

    /// <summary>The windows.</summary>
    public required IReadOnlyList<WindowResult> Windows { get; init; }

    /// <summary>The number of traded days.</summary>
    public required int Days { get; init; }

    /// <summary>The compounded return of all traded days, as a fraction.</summary>
    public double? TotalReturn { get; init; }

    /// <summary>Their annual Sharpe ratio.</summary>
    public double? Sharpe { get; init; }

    /// <summary>Their Sharpe ratio per day, above the risk-free rate, by which walk-forwards of a family are compared.</summary>
    public double? DailySharpe { get; init; }

    /// <summary>Their deepest drawdown, as a fraction.</summary>
    public double? MaxDrawdown { get; init; }

    /// <summary>
    /// The mean daily log return of all traded days divided by that of the days searched (Pardo, 1992), or null if the latter is not above 0.
    /// </summary>
    public double? Efficiency { get; init; }

    /// <summary>The median over the windows of how much worse the objective was on the days traded, in its own units.</summary>
    public double? Degradation { get; init; }

    /// <summary>The value of a capital of 1 on the traded days; for more than a thousand days, an even sample that includes the last.</summary>
    public required IReadOnlyList<WealthPoint> Curve { get; init; }

    /// <summary>How much each parameter changed.</summary>
    public required IReadOnlyList<ParameterDrift> Drift { get; init; }

    /// <summary>The number of walk-forwards of the family, including this one.</summary>
    public required int WalkForwards { get; init; }

    /// <summary>The Sharpe ratio deflated by their number, or null if it cannot be computed.</summary>
    public DeflatedSharpe? Deflated { get; init; }

    /// <inheritdoc/>
    public override JsonNode ToJson() => JsonSerializer.SerializeToNode(this, ValidationJsonContext.Camel.WalkForwardSummary)!;

    /// <inheritdoc/>
    protected override IEnumerable<string> Lines()
    {
        string efficiency = Efficiency is { } share ? Format($"{100 * share:0}%") : "not available, because the searched days had no gain";
        yield return Format(
            $"out of sample ({Type}): {Windows.Count} windows, {Days:N0} days traded from {Windows[0].TestFrom:yyyy-MM-dd} to {Windows[^1].TestTo:yyyy-MM-dd}: total return {100 * TotalReturn:0.00}%, Sharpe {Sharpe:0.00}, drawdown {100 * MaxDrawdown:0.00}%; {(CarriesPositions ? "one run with one ledger, positions carried from window to window" : "positions were closed at the end of each window, at the usual costs")}");
        yield return Format(
            $"  efficiency {efficiency}: the gain of a traded day as a share of the gain of a searched day; {Objective} was {Degradation:G4} worse in the median window; this measures repeated searching on days like these, not what comes next");
        if (Deflated is { } deflated)
        {
            yield return Format(
                $"  deflated Sharpe {100 * deflated.Probability:0}% by {WalkForwards:N0} {(WalkForwards == 1 ? "walk-forward" : "walk-forwards")} of the family: the confidence in a true ratio above the one expected of the best of the same number without skill; walk-forwards that were never recorded do not count");
        }

        if (Classifier is not null)
        {
            int own = Windows.Sum(window => window.Regimes?.Count(regime => regime.Parameters is not null) ?? 0);
            yield return Format(
                $"  by regimes of {Classifier}: {own} of {Windows.Sum(window => window.Regimes?.Count ?? 0)} searches in a regime found separate parameters; each has fewer days for choosing than the whole window, so luck plays a larger part");
        }

        foreach (ParameterDrift drift in Drift)
        {
            string step = drift.MeanStep is { } mean ? Format($", by {100 * mean:0}% of its range on average") : "";
            yield return Format($"  {drift.Name} changed in {drift.Changes} of {Math.Max(0, Windows.Count - 1)} windows{step}");
        }
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
