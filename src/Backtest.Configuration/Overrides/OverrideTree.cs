using System.Globalization;
using Backtest.Abstractions.Runtime;

namespace Backtest.Configuration.Overrides;

/// <summary>
/// Sets values in a tree. A step is a key of a map; in a list it is an item's name, the type of an item without a name, or its index
/// from 0.
/// </summary>
internal static class OverrideTree
{
    private const string Portfolios = "portfolios";
    private const string Classifiers = "classifiers";

    /// <summary>The tree with a value set.</summary>
    /// <exception cref="InputException">A step leads nowhere.</exception>
    public static ParameterMap Apply(ParameterMap root, Override change)
    {
        if (change.Steps is [Portfolios, var name, ..] && FindClassifier(root, name) is { } classifier)
            change = change with { Steps = [Classifiers, classifier, .. change.Steps] };
        return (ParameterMap)Set(root, change, 0);
    }

    private static ParameterNode Set(ParameterNode? node, Override change, int depth)
    {
        if (depth == change.Steps.Count)
            return change.Value;
        return node switch
        {
            ParameterMap map => SetKey(map, change, depth),
            ParameterList list => SetItem(list, change, depth),
            null or ParameterScalar { IsQuoted: false, Text: "" or "~" or "null" } => SetKey(new ParameterMap([], change.Position), change, depth),
            _ => throw Error(change, depth, $"{Path(change, depth)} is a value, and has no '{change.Steps[depth]}'.", "Leave the rest of the path out."),
        };
    }

    private static ParameterMap SetKey(ParameterMap map, Override change, int depth)
    {
        string key = change.Steps[depth];
        ParameterEntry? found = map.Find(key);
        var entry = new ParameterEntry(key, change.Position, Set(found?.Value, change, depth + 1));
        return map with { Entries = found is null ? [.. map.Entries, entry] : [.. map.Entries.Select(old => old == found ? entry : old)] };
    }

    private static ParameterList SetItem(ParameterList list, Override change, int depth)
    {
        string step = change.Steps[depth];
        int index = list.Items.ToList().FindIndex(item => NameOf(item) == step);
        if (index < 0 && !(int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out index) && index < list.Items.Count))
        {
            string[] names = [.. list.Items.Select(NameOf).OfType<string>()];
            throw Error(change, depth, $"{Path(change, depth)} has no item '{step}'.", NearestName.Advice(step, names));
        }

        return list with { Items = [.. list.Items.Select((item, i) => i == index ? Set(item, change, depth + 1) : item)] };
    }

    private static string? FindClassifier(ParameterMap root, string portfolio)
    {
        if (Items(root, Portfolios).Any(item => NameOf(item) == portfolio))
            return null;
        return Items(root, Classifiers).FirstOrDefault(item => Items(item, Portfolios).Any(child => NameOf(child) == portfolio)) is { } classifier
            ? NameOf(classifier)
            : null;
    }

    private static IReadOnlyList<ParameterNode> Items(ParameterNode node, string key) =>
        node is ParameterMap map && map[key] is ParameterList list ? list.Items : [];

    private static string? NameOf(ParameterNode item) => item is ParameterMap map ? ((map["name"] ?? map["type"]) as ParameterScalar)?.Text : null;

    private static string Path(Override change, int depth) => depth == 0 ? "the run file" : string.Join('.', change.Steps.Take(depth));

    private static InputException Error(Override change, int depth, string message, string fix) =>
        new(new InputError("bad_override", message) { Position = change.Position, Key = string.Join('.', change.Steps.Take(depth + 1)), Fix = fix });
}
