using System.Text.Json;

namespace Backtest.Hosting;

/// <summary>Reads what a plugin's <c>.deps.json</c> says it needs.</summary>
internal static class DependencyFile
{
    private static readonly string[] AssetGroups = ["runtime", "native"];

    /// <summary>The files it names that are not in its folder, in ordinal order; <see langword="null"/>: it cannot be read.</summary>
    public static IReadOnlyList<string>? Missing(string path)
    {
        string directory = Path.GetDirectoryName(path)!;
        try
        {
            using FileStream stream = File.OpenRead(path);
            using JsonDocument document = JsonDocument.Parse(stream);
            JsonElement root = document.RootElement;
            string target = root.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
            return
            [
                .. from library in root.GetProperty("targets").GetProperty(target).EnumerateObject()
                   from asset in Assets(library.Value)
                   where !IsThere(directory, asset)
                   let name = Path.GetFileName(asset)
                   orderby name
                   select $"{name} (of {library.Name.Replace('/', ' ')})",
            ];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Assets(JsonElement library)
    {
        foreach (string group in AssetGroups)
        {
            if (!library.TryGetProperty(group, out JsonElement assets))
                continue;
            foreach (JsonProperty asset in assets.EnumerateObject())
            {
                // A package without an assembly for the framework is written as "lib/<framework>/_._".
                if (Path.GetFileName(asset.Name) != "_._")
                    yield return asset.Name;
            }
        }
    }

    // The build copies a package's assemblies flat beside the plugin; other layouts keep the asset's path.
    private static bool IsThere(string directory, string asset) =>
        File.Exists(Path.Combine(directory, Path.GetFileName(asset))) || File.Exists(Path.Combine(directory, asset));
}
