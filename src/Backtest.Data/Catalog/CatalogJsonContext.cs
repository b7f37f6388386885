using System.Text.Json.Serialization;

namespace Backtest.Data.Catalog;

/// <summary>How a catalog's indexes are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true,
    Converters = [typeof(TimeframeConverter), typeof(CorporateActionConverter)])]
[JsonSerializable(typeof(CatalogSeries))]
internal sealed partial class CatalogJsonContext : JsonSerializerContext;
