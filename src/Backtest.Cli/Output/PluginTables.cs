using Backtest.Hosting;
using Spectre.Console;

namespace Backtest.Cli.Output;

/// <summary>Plugins as tables.</summary>
internal static class PluginTables
{
    /// <summary>All plugins, then what is wrong or hidden.</summary>
    public static void WriteList(TextWriter output, PluginCatalog catalog)
    {
        bool isTerminal = Consoles.OutputIsTerminal;
        IAnsiConsole console = Consoles.Create(output, isTerminal);
        Table table = Consoles.CreateTable(isTerminal).AddColumns("Kind", "Id", "What it does", "Package", "Version", "From");
        foreach (PluginChoice choice in catalog.Plugins.Where(choice => choice.Package.Problems.Count == 0))
        {
            table.AddRow([.. new[]
            {
                choice.Listing.Kind.ToText(), choice.Listing.Id, choice.Listing.Description,
                choice.Package.Id, choice.Package.Version, choice.Package.Place.Origin,
            }.Select(Markup.Escape)]);
        }

        console.Write(table);
        foreach (PluginPackage package in catalog.Packages)
        {
            foreach (InputError problem in package.Problems)
                console.WriteLine(problem.ToString());
            if (package.HiddenBy is not null)
                console.WriteLine($"{package.Directory}: hidden by {package.HiddenBy}");
        }
    }

    /// <summary>Plugins with their parameters.</summary>
    public static void WriteInfo(TextWriter output, IReadOnlyList<PluginChoice> choices)
    {
        bool isTerminal = Consoles.OutputIsTerminal;
        IAnsiConsole console = Consoles.Create(output, isTerminal);
        foreach (PluginChoice choice in choices)
        {
            PluginPackage package = choice.Package;
            console.WriteLine($"{choice.Listing.Kind.ToText()} {choice.Listing.Id}: {choice.Listing.Description}");
            console.WriteLine($"package {package.Id} {package.Version}, {package.Place.Origin}: {package.Directory}");
            console.WriteLine($"sha256 {package.ComputeSha256()}");
            Table table = Consoles.CreateTable(isTerminal).AddColumns("Parameter", "Type", "Default", "Range", "What it means");
            foreach (ParameterRow row in ParameterRow.All(choice.Listing.ParametersSchema))
                table.AddRow([.. new[] { row.Name, row.Type, row.Default, row.Range, row.Description }.Select(Markup.Escape)]);
            if (table.Rows.Count > 0)
                console.Write(table);
        }
    }
}
