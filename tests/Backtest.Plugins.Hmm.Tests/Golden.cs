using System.Globalization;
using System.Text.Json;

namespace Backtest.Tests;

/// <summary>The published chain of 5,000 observations and what fifty training steps make of it.</summary>
internal static class Golden
{
    public static JsonElement Expected()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), "expected.json")));
        return document.RootElement.Clone();
    }

    public static (double[] Observations, int[] States) Chain()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Folder(), "observations.csv"));
        double[] observations = new double[lines.Length - 1];
        int[] states = new int[lines.Length - 1];
        for (int i = 0; i < observations.Length; i++)
        {
            string[] fields = lines[i + 1].Split(',');
            observations[i] = double.Parse(fields[0], CultureInfo.InvariantCulture);
            states[i] = int.Parse(fields[1], CultureInfo.InvariantCulture);
        }

        return (observations, states);
    }

    public static double[] Numbers(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().SelectMany(Numbers)] : [element.GetDouble()];

    private static string Folder()
    {
        string? shared = Environment.GetEnvironmentVariable("BACKTEST_SHARED");
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); shared is null && folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "global.json")))
                shared = Path.Combine(folder.FullName, "..", "shared");
        }

        string? goldens = shared is null ? null : Path.Combine(shared, "goldens", "hmm");
        Assert.SkipUnless(Directory.Exists(goldens), "The golden figures (../shared/goldens/hmm) are not here.");
        return goldens!;
    }
}
