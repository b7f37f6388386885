using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>A research workflow stored in its folder.</summary>
public sealed record StoredResearch
{
    private const string Name = "research.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Its folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The name of the run in the run file.</summary>
    public required string Workflow { get; init; }

    /// <summary>The steps, each after those it builds on.</summary>
    public required IReadOnlyList<StoredStep> Steps { get; init; }

    /// <summary>Whether a folder contains a research workflow.</summary>
    public static bool IsAt(string folder) => File.Exists(Path.Combine(folder, Name));

    /// <summary>Reads a folder.</summary>
    /// <exception cref="InputException">The folder does not contain a research workflow, or cannot be read.</exception>
    public static StoredResearch Open(string folder)
    {
        string path = Path.Combine(Path.GetFullPath(folder), Name);
        try
        {
            JsonObject document = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
            return new StoredResearch
            {
                Folder = Path.GetDirectoryName(path)!,
                Workflow = (string)document["name"]!,
                Steps =
                [
                    .. document["steps"]!.AsArray().Select(step => new StoredStep(
                        (string)step!["name"]!,
                        (string)step["type"]!,
                        [.. step["after"]!.AsArray().Select(name => (string)name!)],
                        new StepFolder(Path.Combine(Path.GetDirectoryName(path)!, (string)step["name"]!)).Find())),
                ],
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or NullReferenceException)
        {
            string why = exception is NullReferenceException ? "it does not list its steps" : exception.Message.ReplaceLineEndings(" ");
            throw new InputException(new InputError("no_research", $"{path} cannot be read: {why}")
            {
                Fix = "Name a folder that `backtest run` created from a run file with workflow: research, or run the file again.",
            });
        }
    }

    /// <summary>Writes the list of steps before the first of them is executed.</summary>
    internal static void Write(string folder, ResearchPlan plan)
    {
        var document = new JsonObject
        {
            ["schemaVersion"] = 1,
            ["name"] = plan.Config.Name,
            ["steps"] = new JsonArray([.. plan.Steps.Select(step => (JsonNode)new JsonObject
            {
                ["name"] = step.Name,
                ["type"] = step.Type,
                ["after"] = new JsonArray([.. step.After.Select(name => (JsonNode)name)]),
            })]),
        };
        JsonFile.Write(folder, Name, document.ToJsonString(Indented) + "\n");
    }
}

/// <summary>A step of a stored research workflow.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="After">The steps it builds on.</param>
/// <param name="Result">Its result, or null if it is not complete.</param>
public sealed record StoredStep(string Name, string Type, IReadOnlyList<string> After, StepResult? Result);
