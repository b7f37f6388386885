using Backtest.Hosting;
using Spectre.Console;

namespace Backtest.Cli.Output;

/// <summary>Plugins as tables.</summary>
internal static class PluginTables
{
    private const string KindTitle = "Kind";
    private const string IdTitle = "Id";

    /// <summary>
    /// All plugins, then what is invalid or hidden. Written as plain lines, because preparing a table takes longer than reading a hundred plugins.
    /// </summary>
    public static void WriteList(TextWriter output, PluginCatalog catalog)
    {
        PluginChoice[] choices = [.. catalog.Plugins.Where(choice => choice.Package.Problems.Count == 0)];
        int kinds = choices.Select(choice => choice.Listing.Kind.Id.Length).Append(KindTitle.Length).Max();
        int ids = choices.Select(choice => choice.Listing.Id.Length).Append(IdTitle.Length).Max();
        int left = kinds + 2 + ids + 2;
        ScreenLines lines = ScreenLines.OfOutput(output);
        output.WriteLine($"{KindTitle.PadRight(kinds)}  {IdTitle.PadRight(ids)}  What it does");
        foreach (PluginChoice choice in choices)
        {
            lines.Write($"{choice.Listing.Kind.Id.PadRight(kinds)}  {choice.Listing.Id.PadRight(ids)}  {choice.Listing.Description}", hanging: left);
            lines.Write($"{new string(' ', left)}{choice.Package.Id} {choice.Package.Version}, {choice.Package.Place.Origin}");
        }

        foreach (PluginPackage package in catalog.Packages)
        {
            foreach (InputError problem in package.Problems)
                lines.Write(problem.ToString());
            if (package.HiddenBy is not null)
                output.WriteLine($"{package.Directory}: hidden by {package.HiddenBy}");
        }
    }

    /// <summary>Plugins with their parameters.</summary>
    public static void WriteInfo(TextWriter output, IReadOnlyList<PluginChoice> choices)
    {
        IAnsiConsole console = Consoles.Create(output, Consoles.OutputIsTerminal);
        foreach (PluginChoice choice in choices)
        {
            PluginPackage package = choice.Package;
            console.WriteLine($"{choice.Listing.Kind.Id} {choice.Listing.Id}: {choice.Listing.Description}");
            console.WriteLine($"package {package.Id} {package.Version}, {package.Place.Origin}");
            output.WriteLine(package.Directory);
            console.WriteLine($"sha256 {package.ComputeSha256()}");
            Table table = Consoles.CreateTable("Parameter", "Type", "Default", "Range", "Description");
            foreach (ParameterRow row in ParameterRow.All(choice.Listing.ParametersSchema))
                table.AddRow([.. new[] { row.Name, row.Type, row.Default, row.Range, row.Description }.Select(Markup.Escape)]);
            table.Columns[^1].NoWrap = false;
            if (table.Rows.Count > 0)
                console.WriteFitted(table);
        }
    }
}
