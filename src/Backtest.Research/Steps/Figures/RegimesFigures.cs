using System.Text.Json.Serialization;

namespace Backtest.Research;

/// <summary>The figures of a regimes step.</summary>
public sealed record RegimesFigures
{
    /// <summary>What speaks for each number of states; null where none were compared.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StatesFinding? States { get; init; }

    /// <summary>The share of findings that may be false.</summary>
    public required double Significance { get; init; }

    /// <summary>Each strategy in each regime.</summary>
    public required IReadOnlyList<RegimeFinding> Regimes { get; init; }
}
