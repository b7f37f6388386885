using System.Globalization;
using Backtest.Data.Catalog;
using Spectre.Console;

namespace Backtest.Cli.Output;

/// <summary>Shows the progress of an import on standard error: a bar on a terminal, otherwise a line for each series.</summary>
internal static class ImportDisplay
{
    /// <summary>Imports, and shows the progress.</summary>
    public static Task<ImportResult> ShowAsync(
        TextWriter error, bool asJson, bool isQuiet, Func<IProgress<ImportProgress>?, ImportResult> import)
    {
        if (isQuiet)
            return Task.Run(() => import(null));
        if (asJson || !Consoles.ErrorIsTerminal)
            return Task.Run(() => import(new Lines(error)));
        return Consoles.Create(error, isTerminal: true).Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => Task.Run(() => import(new Bar(context.AddTask("import")))));
    }

    private sealed class Lines(TextWriter error) : IProgress<ImportProgress>
    {
        private string? _name;

        public void Report(ImportProgress value)
        {
            if (value.Name == _name)
                return;
            _name = value.Name;
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"importing {value.Name} ({value.Done + 1:N0} of {value.Total:N0})"));
        }
    }

    private sealed class Bar(ProgressTask task) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            task.Description = Markup.Escape(string.Create(CultureInfo.InvariantCulture, $"{value.Name}  {value.Bars:N0} bars"));
            task.IsIndeterminate(value.Total == 1);
            task.MaxValue = value.Total;
            task.Value = value.Done;
        }
    }
}
