using System.Globalization;
using Backtest.Cli.Output;
using Backtest.Research;
using Spectre.Console;

namespace Backtest.Cli.Auditing;

/// <summary>Shows the progress of an audit on standard error: a bar on a terminal, otherwise a line for each quarter.</summary>
internal sealed class AuditDisplay(TextWriter error, bool isQuiet, bool asJson) : IRunLog
{
    /// <summary>Audits, and shows the progress.</summary>
    public async Task<AuditReport> ShowAsync(string name, Func<IProgress<AuditProgress>?, Task<AuditReport>> audit)
    {
        if (isQuiet)
            return await audit(null);
        if (asJson || !Consoles.ErrorIsTerminal)
        {
            error.WriteLine($"auditing {name}");
            return await audit(new Lines(error));
        }

        return await Consoles.Create(error, isTerminal: true).Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn { Width = 20 }, new PercentageColumn())
            .StartAsync(context => audit(new Bar(context.AddTask(Markup.Escape(name)))));
    }

    /// <inheritdoc/>
    public void Information(string message)
    {
        if (!isQuiet)
            error.WriteLine(message);
    }

    /// <inheritdoc/>
    public void Warning(string message) => ScreenLines.OfError(error).Write($"warning: {message}");

    private sealed class Bar(ProgressTask task) : IProgress<AuditProgress>
    {
        public void Report(AuditProgress value)
        {
            task.Description = Markup.Escape(value.Doing);
            task.MaxValue = value.Planned;
            task.Value = value.Done;
        }
    }

    private sealed class Lines(TextWriter error) : IProgress<AuditProgress>
    {
        private int _quarters;

        public void Report(AuditProgress value)
        {
            int quarters = 4 * value.Done / value.Planned;
            if (quarters <= _quarters)
                return;
            _quarters = quarters;
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Done} of {value.Planned} runs, now {value.Doing}"));
        }
    }
}
