using System.Globalization;
using System.Text.Json;

namespace Backtest.Testing;

/// <summary>A value to try at a place, and whether the schema allows it.</summary>
/// <param name="Value">The value as a person would write it.</param>
/// <param name="Parameters">All parameters with it.</param>
/// <param name="IsAllowed">Whether the schema allows it.</param>
internal sealed record ParameterTrial(string Value, ParameterMap Parameters, bool IsAllowed)
{
    private const string Nonsense = "no_such_thing";

    /// <summary>The values worth trying at a place: each bound, a value just beyond, an unknown key, another type.</summary>
    public static IEnumerable<ParameterTrial> At(ParameterSite site, ParameterMap root)
    {
        JsonElement schema = site.Schema;
        if (site.Path.Length == 0)
        {
            var stray = new ParameterEntry(Nonsense, default, Scalar("1"));
            yield return new ParameterTrial($"the unknown key '{Nonsense}'", root with { Entries = [.. root.Entries, stray] }, IsAllowed: false);
        }
        else if (schema.TryGetProperty("enum", out _) || Is(schema, "boolean") || Is(schema, "integer") || Is(schema, "number"))
            yield return Refused(site, Nonsense);
        else if (schema.TryGetProperty("type", out _))
            yield return new ParameterTrial("a list in a list", site.With(new ParameterList([new ParameterList([], default)], default)), IsAllowed: false);

        double step = Is(schema, "integer") ? 1 : 0;
        if (Bound(schema, "minimum") is { } minimum)
        {
            yield return Allowed(site, minimum);
            yield return Refused(site, Text(minimum - Beyond(minimum, step)));
        }

        if (Bound(schema, "exclusiveMinimum") is { } above)
        {
            yield return Allowed(site, above + Beyond(above, step));
            yield return Refused(site, Text(above));
        }

        if (Bound(schema, "maximum") is { } maximum)
        {
            yield return Allowed(site, maximum);
            yield return Refused(site, Text(maximum + Beyond(maximum, step)));
        }
    }

    private static ParameterTrial Allowed(ParameterSite site, double value) => new(Text(value), site.With(Scalar(Text(value))), IsAllowed: true);

    private static ParameterTrial Refused(ParameterSite site, string text) => new(text, site.With(Scalar(text)), IsAllowed: false);

    private static ParameterScalar Scalar(string text) => new(text, IsQuoted: false, default);

    private static double? Bound(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out JsonElement bound) ? bound.GetDouble() : null;

    private static double Beyond(double bound, double step) => step > 0 ? step : Math.Max(1, Math.Abs(bound)) / 1000;

    private static bool Is(JsonElement schema, string type) => schema.TryGetProperty("type", out JsonElement name)
        && (name.ValueKind == JsonValueKind.Array ? name.EnumerateArray().Any(item => item.GetString() == type) : name.GetString() == type);

    private static string Text(double value) => Math.Abs(value) < 1e15 && value == Math.Truncate(value)
        ? ((long)value).ToString(CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);
}
