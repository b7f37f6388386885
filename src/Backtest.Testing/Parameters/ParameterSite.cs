using System.Text.Json;

namespace Backtest.Testing;

/// <summary>A place in a plugin's parameters: what its schema allows there, and how to put something else there.</summary>
/// <param name="Path">The path below the parameters, such as <c>limits[0].value</c>; empty for the parameters themselves.</param>
/// <param name="Schema">The schema of the place.</param>
/// <param name="With">The parameters with another value at the place.</param>
internal sealed record ParameterSite(string Path, JsonElement Schema, Func<ParameterNode, ParameterMap> With)
{
    /// <summary>Every place in the parameters: their own keys, and those of their values.</summary>
    public static IEnumerable<ParameterSite> All(JsonElement schema, ParameterMap parameters) =>
        Walk(new ParameterSite("", schema, node => (ParameterMap)node), parameters);

    private static IEnumerable<ParameterSite> Walk(ParameterSite site, ParameterNode? value)
    {
        yield return site;
        IEnumerable<ParameterSite> inner = value switch
        {
            ParameterMap map => Properties(site, map),
            ParameterList list => Items(site, list),
            _ => [],
        };
        foreach (ParameterSite below in inner)
            yield return below;
    }

    private static IEnumerable<ParameterSite> Properties(ParameterSite site, ParameterMap map)
    {
        if (!Case(site.Schema, map).TryGetProperty("properties", out JsonElement properties))
            yield break;
        foreach (JsonProperty property in properties.EnumerateObject())
        {
            if (property.Value.TryGetProperty("const", out _))
                continue;
            string path = site.Path.Length == 0 ? property.Name : $"{site.Path}.{property.Name}";
            var below = new ParameterSite(path, property.Value, node => site.With(Set(map, property.Name, node)));
            foreach (ParameterSite found in Walk(below, map[property.Name]))
                yield return found;
        }
    }

    private static IEnumerable<ParameterSite> Items(ParameterSite site, ParameterList list)
    {
        if (!site.Schema.TryGetProperty("items", out JsonElement items))
            yield break;
        for (int i = 0; i < list.Items.Count; i++)
        {
            int index = i;
            var below = new ParameterSite(
                FormattableString.Invariant($"{site.Path}[{index}]"), items, node => site.With(list with { Items = Set(list.Items, index, node) }));
            foreach (ParameterSite found in Walk(below, list.Items[index]))
                yield return found;
        }
    }

    /// <summary>The one of a choice of records that a map names.</summary>
    private static JsonElement Case(JsonElement schema, ParameterMap map)
    {
        if (!schema.TryGetProperty("oneOf", out JsonElement cases))
            return schema;
        string? type = (map["type"] as ParameterScalar)?.Text;
        return cases.EnumerateArray().FirstOrDefault(
            item => item.TryGetProperty("properties", out JsonElement properties)
                && properties.TryGetProperty("type", out JsonElement name)
                && name.TryGetProperty("const", out JsonElement word)
                && word.GetString() == type,
            schema);
    }

    private static ParameterMap Set(ParameterMap map, string key, ParameterNode value) => map with
    {
        Entries = [.. map.Entries.Where(entry => entry.Key != key), new ParameterEntry(key, default, value)],
    };

    private static IReadOnlyList<ParameterNode> Set(IReadOnlyList<ParameterNode> items, int index, ParameterNode value) =>
        [.. items.Take(index), value, .. items.Skip(index + 1)];
}
