using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backtest.Reporting;

/// <summary>The values of a searched parameter in trials, and their positions in a chart.</summary>
internal sealed class SearchedValues
{
    /// <summary>The maximum number of values with a position each; if there are more, they are binned.</summary>
    private const int MostLevels = 40;

    private const int Bins = 20;

    /// <summary>The ratio of the greatest to the smallest value from which on an axis of positive numbers is logarithmic.</summary>
    private const double LogRatio = 50;

    private SearchedValues(string name, IReadOnlyList<string> texts)
    {
        Name = name;
        Texts = texts;
    }

    /// <summary>The parameter.</summary>
    public string Name { get; }

    /// <summary>Its value in each trial.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Its value in each trial as a number, or null if the parameter is not a number.</summary>
    public double[]? Numbers { get; private init; }

    /// <summary>Whether its axis should be logarithmic.</summary>
    public bool IsLog { get; private init; }

    /// <summary>The labels of the positions, in order.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The position of each trial.</summary>
    public required int[] Places { get; init; }

    /// <summary>The values of a parameter.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="values">Its value in each trial.</param>
    public static SearchedValues Of(string name, IEnumerable<JsonNode?> values)
    {
        var texts = new List<string>();
        var found = new List<double>();
        foreach (JsonNode? value in values) // one at a time, because each keeps the document it was read from
        {
            texts.Add(Write(value));
            if (value is JsonValue && value.GetValueKind() == JsonValueKind.Number)
                found.Add((double)value);
        }

        if (texts.Count == 0 || found.Count < texts.Count)
        {
            string[] kinds = [.. texts.Distinct().Order(StringComparer.Ordinal)];
            return new SearchedValues(name, texts) { Labels = kinds, Places = [.. texts.Select(text => Array.IndexOf(kinds, text))] };
        }

        double[] numbers = [.. found];
        double[] levels = [.. numbers.Distinct().Order()];
        bool isLog = levels[0] > 0 && levels[^1] / levels[0] >= LogRatio;
        if (levels.Length <= MostLevels)
        {
            return new SearchedValues(name, texts)
            {
                Numbers = numbers,
                IsLog = isLog,
                Labels = [.. levels.Select(Write)],
                Places = [.. numbers.Select(number => Array.BinarySearch(levels, number))],
            };
        }

        (double from, double to) = (Scaled(levels[0]), Scaled(levels[^1]));
        return new SearchedValues(name, texts)
        {
            Numbers = numbers,
            IsLog = isLog,
            Labels = [.. Enumerable.Range(0, Bins).Select(bin => $"{Short(Edge(bin))} to {Short(Edge(bin + 1))}")],
            Places = [.. numbers.Select(number => Math.Min(Bins - 1, (int)((Scaled(number) - from) / (to - from) * Bins)))],
        };

        double Scaled(double value) => isLog ? Math.Log(value) : value;

        double Edge(int bin)
        {
            double edge = from + ((to - from) * bin / Bins);
            return isLog ? Math.Exp(edge) : edge;
        }
    }

    /// <summary>A value as text; for a sub-tree, its type and the values of its keys.</summary>
    public static string Write(JsonNode? value) => value switch
    {
        null => "null",
        JsonValue text when text.GetValueKind() == JsonValueKind.String => (string)text!,
        JsonObject tree => string.Join(", ", tree.Select(part => part.Key == "type" ? Write(part.Value) : $"{part.Key} {Write(part.Value)}")),
        _ => value.ToJsonString(),
    };

    private static string Write(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Short(double number) => number.ToString("G3", CultureInfo.InvariantCulture);
}
