using System.CommandLine;
using Backtest.Cli.Output;
using Backtest.Data.Catalog;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest data import</c>: imports bars into a catalog.</summary>
internal static class DataImportCommand
{
    public static Command Create()
    {
        DataInput input = new("A run file, to use its data. Without it, options say which data to import.");
        Option<string> to = new("--to") { Description = "The catalog's folder. It is created if it does not exist.", HelpName = "DIR", Required = true };
        Option<bool> replace = new("--replace") { Description = "Replaces series that were imported from other files." };
        Option<bool> json = Options.Json();
        Option<bool> quiet = new("--quiet") { Description = "Prints only errors." };
        Command command = new("import", "Imports bars into a catalog of Parquet files, which is fast and readable by other tools. Unchanged series are not imported again.")
        {
            to,
            replace,
            json,
            quiet,
        };
        input.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            string folder = parsed.GetRequiredValue(to);
            bool isQuiet = parsed.GetValue(quiet);
            ImportResult result = await input.UseAsync(parsed, (options, sources) => ImportDisplay.ShowAsync(
                parsed.InvocationConfiguration.Error,
                parsed.GetValue(json),
                isQuiet,
                progress => new CatalogImport(
                    folder, sources, new ImportOptions { Replaces = parsed.GetValue(replace), Progress = progress }).Run(options, cancellation)));
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonText.Write(output, SeriesJson.Of(folder, result));
            else if (!isQuiet)
                SeriesTables.Write(output, folder, result);
            return ExitCode.Done;
        });
        return command;
    }
}
