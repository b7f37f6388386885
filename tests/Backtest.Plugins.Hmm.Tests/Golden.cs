using System.Text.Json;

namespace Backtest.Tests;

/// <summary>The published chain of 5,000 observations, and the expected model after fifty training steps on it.</summary>
internal static class Golden
{
    public static JsonElement Expected()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(GoldenFiles.Locate("hmm", "expected.json")));
        return document.RootElement.Clone();
    }

    public static (double[] Observations, int[] States) Chain()
    {
        double[][] rows = [.. GoldenFiles.Numbers(GoldenFiles.Locate("hmm", "observations.csv"))];
        return ([.. rows.Select(row => row[0])], [.. rows.Select(row => (int)row[1])]);
    }

    public static double[] Numbers(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().SelectMany(Numbers)] : [element.GetDouble()];
}
