using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The number of signals, and the strongest evidence for them.</summary>
internal sealed class SignalsVerdictPanel : IPanel<SignalsContext>
{
    /// <summary>The t that one in twenty worthless strategies exceeds.</summary>
    private const double UsualT = 1.96;

    /// <inheritdoc/>
    public ReportSection? Build(SignalsContext context)
    {
        StoredRun run = context.Run;
        SignalStatistic[] all = [.. context.OfStrategies];
        SignalStatistic[] tested = [.. all.Where(statistic => statistic.T is not null)];
        int entries = all.GroupBy(statistic => (statistic.Portfolio, statistic.Strategy)).Sum(strategy => strategy.First().Signals);
        var blocks = new List<Block>
        {
            new FiguresBlock(
            [
                new Figure("signals", "Signals", run.Signals.Length, Format.Integer) { Note = Written.Count(entries, "entry", "entries") },
                Strongest("expectancy", "Highest expectancy", tested.MaxBy(statistic => statistic.Expectancy), statistic => statistic.Expectancy, statistic => statistic.T)
                    with { IsSigned = true },
                Strongest("coefficient", "Strongest coefficient",
                    all.Where(statistic => statistic.Coefficient is not null).MaxBy(statistic => Math.Abs(statistic.Coefficient!.Value)),
                    statistic => statistic.Coefficient, statistic => statistic.CoefficientT) with { Format = Format.Number },
                new Figure("significant", "Beyond chance alone", tested.Count(statistic => Math.Abs(statistic.T!.Value) > UsualT), Format.Integer)
                {
                    Note = $"of {Written.Count(tested.Length)} pairs of strategy and horizon with |t| above {UsualT}; by chance alone, {Written.Count((long)Math.Round(tested.Length * 0.05))} would be expected",
                },
            ]),
        };
        Remark[] remarks = [.. Remarks(run, entries)];
        if (remarks.Length > 0)
            blocks.Add(new NotesBlock(remarks));
        return new ReportSection("verdict", "Verdict", blocks);
    }

    private static Figure Strongest(
        string id, string label, SignalStatistic? strongest, Func<SignalStatistic, double?> value, Func<SignalStatistic, double?> t) =>
        new(id, label, strongest is null ? null : value(strongest), Format.Percent)
        {
            Note = strongest is null ? "nothing could be measured" : FormattableString.Invariant(
                $"{SignalsContext.Name(strongest.Portfolio, strongest.Strategy)} over {strongest.Horizon} bars, t {t(strongest):0.00}").Replace('-', '−'),
        };

    private static IEnumerable<Remark> Remarks(StoredRun run, int entries)
    {
        if (entries == 0)
        {
            yield return new Remark(RemarkLevel.Warning, "No entries", "No strategy wanted to enter, so nothing was measured.")
            { Fix = "Check the strategy's thresholds and its warm-up. It may need more bars than the data has." };
        }

        foreach (RunFault fault in run.Manifest.Faults)
            yield return new Remark(RemarkLevel.Error, fault.Container, $"{fault.Event} at {fault.Time:yyyy-MM-dd HH:mm}: {fault.Message}");
        foreach (RunWarning warning in run.Manifest.Warnings)
            yield return new Remark(RemarkLevel.Warning, Words.Title(warning.Code), warning.Message) { Fix = warning.Fix };
    }
}
