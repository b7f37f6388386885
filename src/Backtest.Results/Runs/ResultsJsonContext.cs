using System.Text.Json.Serialization;

namespace Backtest.Results;

/// <summary>Generated serializers of results.</summary>
[JsonSerializable(typeof(Drawdown[]))]
[JsonSerializable(typeof(Manifest))]
[JsonSerializable(typeof(RunMetrics))]
[JsonSerializable(typeof(RunSummary))]
[JsonSerializable(typeof(SignalReport))]
internal sealed partial class ResultsJsonContext : JsonSerializerContext;
