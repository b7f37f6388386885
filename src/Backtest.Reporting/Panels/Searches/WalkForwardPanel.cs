using System.Text.Json.Nodes;
using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>The results of repeating the search in windows and trading the best parameters after each.</summary>
internal sealed class WalkForwardPanel : IPanel<SearchContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(SearchContext context)
    {
        if (context.Experiment.Validation is not WalkForwardSummary walk)
            return null;
        Format format = SearchContext.FormatOf(context.Goal);
        IReadOnlyList<WindowResult> windows = walk.Windows;
        return new ReportSection("out-of-sample", "Out of sample",
        [
            new FiguresBlock(
            [
                new Figure("outOfSampleReturn", "Total return", walk.TotalReturn, Format.Percent)
                    { Note = $"{Written.Count(walk.Days, "day", "days")} traded", IsSigned = true },
                new Figure("outOfSampleSharpe", "Sharpe", walk.Sharpe, Format.Number) { Note = "a year" },
                new Figure("outOfSampleDrawdown", "Drawdown", walk.MaxDrawdown, Format.Percent) { Note = "the deepest" },
                new Figure("efficiency", "Efficiency", walk.Efficiency, Format.Percent) { Note = "of the daily gain of the searched days" },
                new Figure("degradation", "Degradation", walk.Degradation, format) { Note = "how much worse in the median window" },
                new Figure("outOfSampleDeflated", "Deflated Sharpe", walk.Deflated?.Probability, Format.Percent)
                    { Note = $"confidence, after {Written.Count(walk.WalkForwards, "walk-forward", "walk-forwards")}" },
            ]),
            new LinesBlock([new Line("out of sample", TimeColumn.Of(walk.Curve, point => Start(point.Day)), NumberColumn.Of(walk.Curve, point => point.Wealth))], Format.Number)
                { Title = "A capital of 1, out of sample", Note = "Each day is traded with the best trial of the days searched before it." },
            new TableBlock("windows",
            [
                new("window", "Window", NumberColumn.Of(windows, window => window.Number), Format.Integer),
                new("train_from", "Searched from", TimeColumn.Of(windows, window => Start(window.TrainFrom)), Format.Date),
                new("train_to", "to", TimeColumn.Of(windows, window => Start(window.TrainTo)), Format.Date),
                new("test_from", "Traded from", TimeColumn.Of(windows, window => Start(window.TestFrom)), Format.Date),
                new("test_to", "to", TimeColumn.Of(windows, window => Start(window.TestTo)), Format.Date),
                .. Parameters(context.Experiment.Parameters, windows),
                .. Regimes(windows),
                new("inside", "Inside", NumberColumn.Of(windows, window => window.Inside ?? double.NaN), format),
                new("outside", "Outside", NumberColumn.Of(windows, window => window.Outside ?? double.NaN), format),
                new("return", "Return", NumberColumn.Of(windows, window => window.Return ?? double.NaN), Format.Percent) { IsSigned = true },
                new("efficiency", "Efficiency", NumberColumn.Of(windows, window => window.Efficiency ?? double.NaN), Format.Percent),
            ])
            { Title = "Windows", Note = $"{Words.Title(context.Goal.Name)} of the traded parameters, on the searched days and on the days after them." },
            new NotesBlock(Remarks.Of(walk.Sentences)) { Title = "What these figures mean, and what they do not" },
        ]);
    }

    private static IEnumerable<TableColumn> Parameters(IReadOnlyList<string> names, IReadOnlyList<WindowResult> windows)
    {
        foreach (string name in names)
        {
            JsonNode?[] values = [.. windows.Select(window => window.Parameters[name])];
            yield return new TableColumn(name, name, TextColumn.Of(values, SearchedValues.Write), Format.Text);
        }
    }

    /// <summary>The parameters traded in each regime, if regimes were searched.</summary>
    private static IEnumerable<TableColumn> Regimes(IReadOnlyList<WindowResult> windows)
    {
        foreach (string regime in windows.SelectMany(window => window.Regimes ?? []).Select(regime => regime.Regime).Distinct())
        {
            string[] traded =
            [
                .. windows.Select(window => window.Regimes?.FirstOrDefault(own => own.Regime == regime)?.Parameters is { } own ? SearchedValues.Write(own) : "as the window"),
            ];
            yield return new TableColumn($"regime_{regime}", $"In {regime}", TextColumn.Of(traded, text => text), Format.Text);
        }
    }

    private static DateTime Start(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
