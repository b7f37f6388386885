using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>Where what came of a step is kept: <c>step.json</c>, and beside it what the step makes.</summary>
/// <param name="Path">The folder.</param>
internal sealed record StepFolder(string Path)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private const string Name = "step.json";

    private string File => System.IO.Path.Combine(Path, Name);

    /// <summary>What came of the step, or null where it has not been made, or followed from something else.</summary>
    public StepResult? Find(string identity) => Find() is { } found && found.Identity == identity ? found : null;

    /// <summary>What came of the step when it was last made, or null where it has not been.</summary>
    public StepResult? Find()
    {
        if (!System.IO.File.Exists(File))
            return null;
        try
        {
            return StepResult.Read(JsonNode.Parse(System.IO.File.ReadAllText(File))!.AsObject());
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            return null; // cut short, or not ours: the step is made again
        }
    }

    /// <summary>Keeps what came of the step. It is there whole or not at all.</summary>
    /// <returns>The result as it is read back, so that one just made and one found done are the same.</returns>
    public StepResult Write(StepResult result)
    {
        string text = result.ToJson().ToJsonString(Indented);
        JsonFile.Write(Path, Name, text);
        return StepResult.Read(JsonNode.Parse(text)!.AsObject()) with { WasDone = false };
    }

    /// <summary>A folder of the step's own, empty.</summary>
    public string Empty(string name)
    {
        string folder = System.IO.Path.Combine(Path, name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return folder;
    }
}
