using System.Text.Json.Nodes;

namespace Backtest.Reporting;

/// <summary>The multipliers of instruments according to the configuration of a run; 1 by default.</summary>
/// <param name="config">The configuration.</param>
internal sealed class InstrumentMultipliers(JsonObject config)
{
    private readonly JsonObject? _instruments = config["instruments"] as JsonObject;

    /// <summary>The multiplier of a symbol.</summary>
    public double Of(string symbol) => _instruments?[symbol]?["multiplier"] is JsonValue value && value.TryGetValue(out double multiplier)
        ? multiplier : 1;
}
