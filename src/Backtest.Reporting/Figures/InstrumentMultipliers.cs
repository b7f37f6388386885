using System.Text.Json.Nodes;

namespace Backtest.Reporting;

/// <summary>What one unit of a price of an instrument is worth in money, as the configuration of a run has it; 1 where it says nothing.</summary>
/// <param name="config">The configuration.</param>
internal sealed class InstrumentMultipliers(JsonObject config)
{
    private readonly JsonObject? _instruments = config["instruments"] as JsonObject;

    /// <summary>That of a symbol.</summary>
    public double Of(string symbol) => _instruments?[symbol]?["multiplier"] is JsonValue value && value.TryGetValue(out double multiplier)
        ? multiplier : 1;
}
