using System.Text.Json.Nodes;
using Backtest.Abstractions.Runtime;
using Backtest.Hosting;
using Spectre.Console;

namespace Backtest.Cli.Output;

/// <summary>Writes packages that sources offer.</summary>
internal static class FoundPackages
{
    public static void Write(TextWriter output, IReadOnlyList<FoundPackage> found)
    {
        if (found.Count == 0)
        {
            output.WriteLine("no plugin package was found");
            return;
        }

        IAnsiConsole console = Consoles.Create(output, Consoles.OutputIsTerminal);
        Table table = Consoles.CreateTable("Package", "Version", "Kinds", "What it is");
        foreach (FoundPackage package in found)
        {
            string description = package.Description.ReplaceLineEndings(" ");
            table.AddRow([.. new[] { package.Id, package.Version, string.Join(", ", Kinds(package)), description }.Select(Markup.Escape)]);
        }

        table.Columns[^1].NoWrap = false;
        console.WriteFitted(table);
    }

    public static JsonObject ToJson(IReadOnlyList<FoundPackage> found) => new()
    {
        ["packages"] = new JsonArray(
        [
            .. found.Select(package => new JsonObject
            {
                ["id"] = package.Id,
                ["version"] = package.Version,
                ["kinds"] = new JsonArray([.. Kinds(package).Select(kind => JsonValue.Create(kind))]),
                ["description"] = package.Description,
                ["source"] = package.Source,
            }),
        ]),
    };

    // A package lists the kinds of its plugins among its tags.
    private static IEnumerable<string> Kinds(FoundPackage package) =>
        PluginKind.All.Select(kind => kind.Id)
            .Where(kind => package.Tags.Contains(kind, StringComparer.OrdinalIgnoreCase));
}
