using Backtest.Hosting;
using Spectre.Console;

namespace Backtest.Cli.Output;

/// <summary>Plugins as tables.</summary>
internal static class PluginTables
{
    /// <summary>All plugins, then what is wrong or hidden.</summary>
    public static void WriteList(TextWriter output, PluginCatalog catalog)
    {
        IAnsiConsole console = Consoles.Create(output, Consoles.OutputIsTerminal);
        Table table = Consoles.CreateTable("Kind", "Id", "What it does");
        foreach (PluginChoice choice in catalog.Plugins.Where(choice => choice.Package.Problems.Count == 0))
        {
            string origin = $"{choice.Package.Id} {choice.Package.Version}, {choice.Package.Place.Origin}";
            table.AddRow(
                choice.Listing.Kind.ToText(),
                Markup.Escape(choice.Listing.Id),
                $"{Markup.Escape(choice.Listing.Description)}\n[dim]{Markup.Escape(origin)}[/]");
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
        IAnsiConsole console = Consoles.Create(output, Consoles.OutputIsTerminal);
        foreach (PluginChoice choice in choices)
        {
            PluginPackage package = choice.Package;
            console.WriteLine($"{choice.Listing.Kind.ToText()} {choice.Listing.Id}: {choice.Listing.Description}");
            console.WriteLine($"package {package.Id} {package.Version}, {package.Place.Origin}: {package.Directory}");
            console.WriteLine($"sha256 {package.ComputeSha256()}");
            Table table = Consoles.CreateTable("Parameter", "Type", "Default", "Range", "What it means");
            foreach (ParameterRow row in ParameterRow.All(choice.Listing.ParametersSchema))
                table.AddRow([.. new[] { row.Name, row.Type, row.Default, row.Range, row.Description }.Select(Markup.Escape)]);
            if (table.Rows.Count > 0)
                console.Write(table);
        }
    }
}
