using System.Text.Json.Serialization;

namespace Backtest.Results;

/// <summary>Generated serializers of results.</summary>
[JsonSerializable(typeof(Manifest))]
[JsonSerializable(typeof(RunMetrics))]
internal sealed partial class ResultsJsonContext : JsonSerializerContext;
