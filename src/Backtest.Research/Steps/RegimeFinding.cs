using System.Globalization;
using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>Whether a strategy has parameters that do better in a regime than those found for all of the time.</summary>
public sealed record RegimeFinding
{
    /// <summary>The path of the strategy in the run file.</summary>
    public required string Strategy { get; init; }

    /// <summary>The regime.</summary>
    public required string Regime { get; init; }

    /// <summary>The number of trading days that began in it.</summary>
    public required int Days { get; init; }

    /// <summary>The number of trials compared with the one found for all of the time.</summary>
    public required int Compared { get; init; }

    /// <summary>Why nothing was compared, or null if trials were compared.</summary>
    public string? Reason { get; init; }

    /// <summary>The number of the best trial, or null if none was compared.</summary>
    public int? Trial { get; init; }

    /// <summary>Its parameters.</summary>
    public JsonObject? Parameters { get; init; }

    /// <summary>The number of trades it entered in the regime.</summary>
    public int Trades { get; init; }

    /// <summary>Its mean daily return in the regime minus that of the trial found for all of the time.</summary>
    public double Difference { get; init; }

    /// <summary>How often the best of that many trials that are no better would look as good, in (0, 1].</summary>
    public double PValue { get; init; } = 1;

    /// <summary>The p-value adjusted for all comparisons: the lowest false discovery rate at which this counts as found.</summary>
    public double AdjustedPValue { get; init; } = 1;

    /// <summary>Whether its parameters are used in the regime.</summary>
    public bool IsTaken { get; init; }

    /// <summary>The finding in words.</summary>
    internal string Text()
    {
        string name = $"{Strategy[(Strategy.LastIndexOf('.') + 1)..]} in {Regime}";
        if (Reason is not null)
            return $"{name}: the parameters found for all regimes, because {Reason}";
        string values = string.Join(", ", Parameters!.Select(parameter => $"{parameter.Key} {parameter.Value?.ToJsonString()}"));
        string measured = string.Create(
            CultureInfo.InvariantCulture,
            $"{Difference * 10_000:+0.00;−0.00;0.00} basis points a day over {Days:N0} days, p = {PValue:0.000}, {AdjustedPValue:0.000} for all comparisons");
        return IsTaken ? $"{name}: {values} ({measured})"
            : Difference > 0 ? $"{name}: the parameters found for all regimes; {values} did better, but by no more than chance explains ({measured})"
            : $"{name}: the parameters found for all regimes; none of {Compared:N0} others did better";
    }
}
