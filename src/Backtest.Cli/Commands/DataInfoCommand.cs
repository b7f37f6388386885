using System.CommandLine;
using Backtest.Cli.Output;
using Backtest.Data;
using Backtest.Data.Catalog;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest data info</c>: what a catalog or any other source has.</summary>
internal static class DataInfoCommand
{
    public static Command Create()
    {
        DataInput input = new("A catalog's folder, or a run file for its data; or say with options what to look at.");
        Option<bool> json = Options.Json();
        Command command = new("info", "Shows what a catalog has, from its index; or what any other source has, by reading it.") { json };
        input.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            bool asJson = parsed.GetValue(json);
            if (input.File(parsed) is { } folder && Directory.Exists(folder))
            {
                BarCatalog catalog = BarCatalog.Open(folder);
                if (asJson)
                    JsonText.Write(output, SeriesJson.Of(catalog));
                else
                    SeriesTables.Write(output, catalog);
                return Task.FromResult(ExitCode.Done);
            }

            return input.UseAsync(parsed, (options, sources) =>
            {
                using IBarSource source = sources.Open(options, cancellation);
                SeriesSummary[] series = [.. source.Series.Select(one => SeriesSummary.Read(source, one, cancellation))];
                if (asJson)
                    JsonText.Write(output, SeriesJson.Of(series, source.Files));
                else
                    SeriesTables.Write(output, series, source.Files);
                return Task.FromResult(ExitCode.Done);
            });
        });
        return command;
    }
}
