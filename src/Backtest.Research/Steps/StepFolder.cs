using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>The folder of a step's result: <c>step.json</c>, and beside it the step's other output.</summary>
/// <param name="Path">The folder.</param>
internal sealed record StepFolder(string Path)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private const string Name = "step.json";

    private string File => System.IO.Path.Combine(Path, Name);

    /// <summary>The result of the step, or null if there is none, or its identity is another.</summary>
    public StepResult? Find(string identity) => Find() is { } found && found.Identity == identity ? found : null;

    /// <summary>The last result of the step, or null if there is none.</summary>
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
            return null; // incomplete or from elsewhere: the step is repeated
        }
    }

    /// <summary>Writes the result of the step atomically.</summary>
    /// <returns>The result as read back, so that a new result and a stored one are the same.</returns>
    public StepResult Write(StepResult result)
    {
        string text = result.ToJson().ToJsonString(Indented);
        JsonFile.Write(Path, Name, text);
        return StepResult.Read(JsonNode.Parse(text)!.AsObject()) with { WasDone = false };
    }

    /// <summary>An empty subfolder for the step.</summary>
    public string Empty(string name)
    {
        string folder = System.IO.Path.Combine(Path, name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return folder;
    }
}
