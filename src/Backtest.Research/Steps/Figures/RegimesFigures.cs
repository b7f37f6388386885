using System.Text.Json.Serialization;

namespace Backtest.Research;

/// <summary>The figures of a regimes step.</summary>
public sealed record RegimesFigures
{
    /// <summary>The evidence for each number of states, or null if none were compared.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StatesFinding? States { get; init; }

    /// <summary>The fraction of findings that may be false.</summary>
    public required double Significance { get; init; }

    /// <summary>The finding for each strategy in each regime.</summary>
    public required IReadOnlyList<RegimeFinding> Regimes { get; init; }
}
