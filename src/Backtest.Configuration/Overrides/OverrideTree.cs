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
    /// <exception cref="InputException">A step cannot be found.</exception>
    public static ParameterMap Apply(ParameterMap root, Override change)
    {
        if (change.Steps is [Portfolios, var name, ..] && !Names(root, Portfolios).Contains(name))
            change = UnderClassifier(root, change, name);
        return (ParameterMap)Set(root, change, 0);
    }

    private static Override UnderClassifier(ParameterMap root, Override change, string portfolio)
    {
        IReadOnlyList<ParameterNode> classifiers = Items(root, Classifiers);
        int index = classifiers.ToList().FindIndex(classifier => Names(classifier, Portfolios).Contains(portfolio));
        if (index >= 0)
            return change with { Steps = [Classifiers, index.ToString(CultureInfo.InvariantCulture), .. change.Steps] };
        return IndexOf(portfolio, Items(root, Portfolios)) is not null
            ? change
            : throw NoItem(change, 1, [.. classifiers.SelectMany(classifier => Names(classifier, Portfolios)), .. Names(root, Portfolios)]);
    }

    private static ParameterNode Set(ParameterNode? node, Override change, int depth)
    {
        if (depth == change.Steps.Count)
            return change.Value;
        string step = change.Steps[depth];
        return node switch
        {
            ParameterMap map => SetKey(map, change, depth),
            ParameterList list => SetItem(list, change, depth),
            null or ParameterScalar { IsQuoted: false, Text: "" or "~" or "null" } =>
                SetKey(new ParameterMap([], change.Position), change, depth),
            _ => throw Error(change, depth, $"{Path(change, depth)} is a value and has no '{step}'.", "Remove the rest of the path."),
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
        int index = IndexOf(change.Steps[depth], list.Items)
            ?? throw NoItem(change, depth, [.. list.Items.Select(NameOf).OfType<string>()]);
        return list with { Items = [.. list.Items.Select((item, i) => i == index ? Set(item, change, depth + 1) : item)] };
    }

    private static int? IndexOf(string step, IReadOnlyList<ParameterNode> items)
    {
        for (int i = 0; i < items.Count; i++)
        {
            if (NameOf(items[i]) == step)
                return i;
        }

        return int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < items.Count ? index : null;
    }

    private static IEnumerable<string> Names(ParameterNode node, string key) => Items(node, key).Select(NameOf).OfType<string>();

    private static IReadOnlyList<ParameterNode> Items(ParameterNode node, string key) =>
        node is ParameterMap map && map[key] is ParameterList list ? list.Items : [];

    private static string? NameOf(ParameterNode item) =>
        item is ParameterMap map ? ((map["name"] ?? map["type"]) as ParameterScalar)?.Text : null;

    private static string Path(Override change, int depth) => depth == 0 ? "the run file" : string.Join('.', change.Steps.Take(depth));

    private static InputException NoItem(Override change, int depth, string[] names) =>
        Error(change, depth, $"{Path(change, depth)} has no item '{change.Steps[depth]}'.", NearestName.Advice(change.Steps[depth], names));

    private static InputException Error(Override change, int depth, string message, string fix) =>
        new(new InputError("bad_override", message)
        {
            Position = change.Position,
            Key = string.Join('.', change.Steps.Take(depth + 1)),
            Fix = fix,
        });
}
