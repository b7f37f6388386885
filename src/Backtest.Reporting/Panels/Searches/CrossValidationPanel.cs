using System.Globalization;
using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>How well choosing the best trial works on days that it was not chosen by.</summary>
internal sealed class CrossValidationPanel : IPanel<SearchContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(SearchContext context)
    {
        if (context.Experiment.Validation is not CrossValidationSummary validation)
            return null;
        Format format = SearchContext.FormatOf(context.Goal);
        string goal = Words.Title(context.Goal.Name);
        SplitResult[] splits = [.. validation.Splits.Where(split => split is { Inside: not null, Outside: not null })];
        return new ReportSection("out-of-sample", "Out of sample",
        [
            new FiguresBlock(
            [
                new Figure("inside", $"{goal}, in sample", validation.Inside, format) { Note = $"median of {Written.Count(splits.Length, "split", "splits")}" },
                new Figure("outside", $"{goal}, out of sample", validation.Outside, format) { Note = "the same trials, on the other days" },
                new Figure("degradation", "Degradation", validation.Degradation, format) { Note = "how much worse in the median" },
                new Figure("belowMedian", "No better than half", validation.BelowMedian, Format.Percent) { Note = "share of splits, on the tested days" },
            ]),
            new ScatterBlock(
                new Axis("In sample", NumberColumn.Of(splits, split => split.Inside!.Value), format),
                new Axis("Out of sample", NumberColumn.Of(splits, split => split.Outside!.Value), format))
            {
                Title = $"{goal} of the chosen trials, split by split",
                Names = TextColumn.Of(splits, split => $"split {split.Number}: trial {split.Trial}, folds {Folds(split)} tested"),
            },
            new TableBlock("splits",
            [
                new("split", "Split", NumberColumn.Of(splits, split => split.Number), Format.Integer),
                new("test_folds", "Folds tested", TextColumn.Of(splits, Folds), Format.Text),
                new("train_days", "In-sample days", NumberColumn.Of(splits, split => split.TrainDays), Format.Integer),
                new("test_days", "Tested days", NumberColumn.Of(splits, split => split.TestDays), Format.Integer),
                new("trial", "Trial", NumberColumn.Of(splits, split => split.Trial!.Value), Format.Integer),
                new("inside", "Inside", NumberColumn.Of(splits, split => split.Inside!.Value), format),
                new("outside", "Outside", NumberColumn.Of(splits, split => split.Outside!.Value), format),
                new("beaten", "Others beaten", NumberColumn.Of(splits, split => split.Beaten ?? double.NaN), Format.Percent),
            ])
            { Title = "Splits" },
            new TableBlock("paths",
            [
                new("path", "Path", NumberColumn.Of([.. validation.Paths.Index()], path => path.Index), Format.Integer),
                new("total_return", "Total return", NumberColumn.Of(validation.Paths, path => path.TotalReturn ?? double.NaN), Format.Percent),
                new("sharpe", "Sharpe", NumberColumn.Of(validation.Paths, path => path.Sharpe ?? double.NaN), Format.Number),
                new("max_drawdown", "Drawdown", NumberColumn.Of(validation.Paths, path => path.MaxDrawdown ?? double.NaN), Format.Percent),
            ])
            { Title = "Paths through all days", Note = "Each fold is traded with the trial that was chosen without it." },
            new NotesBlock(Remarks.Of(validation.Sentences)) { Title = "What these figures mean, and what they do not" },
        ]);
    }

    private static string Folds(SplitResult split) => string.Join(", ", split.TestFolds.Select(fold => fold.ToString(CultureInfo.InvariantCulture)));
}
