using System.CommandLine;
using Backtest.Cli.Output;
using Backtest.Data;
using Backtest.Data.Catalog;
using Backtest.Data.Inspection;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest data info</c>: shows how a file of bars is read, or what a catalog or another source contains.</summary>
internal static class DataInfoCommand
{
    public static Command Create()
    {
        DataInput input = new("A file of bars such as prices.csv, a catalog's folder, or a run file, to use its data. Without it, options say which data to show.");
        Option<bool> json = Options.Json();
        Command command = new("info", "Shows how a file of bars is read and which data section a run file needs for it, or what a catalog or any other source contains. "
            + "Example: backtest data info prices.csv") { json };
        input.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            bool asJson = parsed.GetValue(json);
            if (input.File(parsed) is { } folder && Directory.Exists(folder))
            {
                input.RefuseSets(parsed, folder);
                BarCatalog catalog = BarCatalog.Open(folder);
                if (asJson)
                    JsonText.Write(output, SeriesJson.Of(catalog));
                else
                    SeriesTables.Write(output, catalog);
                return Task.FromResult(ExitCode.Done);
            }

            if (input.File(parsed) is { } path && FileInspector.IsData(path))
            {
                FileInspection inspection = FileInspector.Inspect(input.FileOfBars(parsed, path), cancellation);
                if (asJson)
                    JsonText.Write(output, FileInspectionText.ToJson(inspection));
                else
                    FileInspectionText.Write(output, inspection);
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
                ScreenLines lines = ScreenLines.OfError(parsed.InvocationConfiguration.Error);
                foreach (DataWarning warning in source.Warnings)
                    lines.Write($"warning: {warning.Message}. {warning.Fix}");
                return Task.FromResult(ExitCode.Done);
            });
        });
        return command;
    }
}
