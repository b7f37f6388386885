using Backtest.Reporting;
using Backtest.Research;

namespace Backtest.Tests;

/// <summary>The contents of reports on searches.</summary>
public sealed class SearchReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_place_of_the_map_has_the_objective_of_the_trial_there()
    {
        SearchContext context = await Context(ReportedSearch.Grid);
        HeatmapPair pair = Assert.Single(Block<HeatmapBlock>(context, "surface").Pairs);
        Assert.Equal(["2", "4", "6", "8"], pair.XLabels.Values);
        Assert.Equal(["8", "16", "30"], pair.YLabels.Values);
        // A fast average of 8 is not below a slow one of 8: this is the only pair that the constraint forbids.
        Assert.Equal([3], pair.Best.Values.Index().Where(cell => double.IsNaN(cell.Item)).Select(cell => cell.Index));
        foreach (TrialResult trial in context.Experiment.Ranked)
        {
            int x = Array.IndexOf(pair.XLabels.Values, trial.Parameters["fast"]!.ToJsonString());
            int y = Array.IndexOf(pair.YLabels.Values, trial.Parameters["slow"]!.ToJsonString());
            Assert.Equal(trial.Objectives[0]!.Value, pair.Best.Values[(y * 4) + x]);
        }

        Assert.Equal(pair.Best.Values.Where(double.IsFinite).Max(), pair.Best.Values[pair.Winner]);
        Assert.Equal(11, pair.Counts.Values.Sum());
    }

    [Fact]
    public async Task Of_trials_at_one_place_the_best_and_the_mean_are_shown()
    {
        SearchContext context = await Context(ReportedSearch.Front);
        HeatmapPair pair = Block<HeatmapBlock>(context, "surface").Pairs.Single(pair => pair is { X: "slow", Y: "sizer" });
        double[] there =
        [
            .. context.Ranked.Where(trial => (int)trial.Parameters["slow"]! == 80 && SearchedValues.Write(trial.Parameters["sizer"]) == pair.YLabels.Values[0])
                .Select(trial => trial.Objectives[0]!.Value),
        ];
        Assert.True(there.Length > 1);
        int cell = Array.IndexOf(pair.XLabels.Values, "80");
        Assert.Equal((there.Max(), (double)there.Length), (pair.Best.Values[cell], pair.Counts.Values[cell]));
        Assert.Equal(there.Average(), pair.Mean.Values[cell], 12);
    }

    [Fact]
    public async Task The_verdict_is_that_of_the_experiment()
    {
        SearchContext context = await Context(ReportedSearch.Grid);
        Dictionary<string, double?> figures = Block<FiguresBlock>(context, "verdict").Figures.ToDictionary(figure => figure.Id, figure => figure.Value);
        Assert.Equal(context.Experiment.Ranked[0].Objectives[0], figures["best"]);
        Assert.Equal(context.Experiment.Surface!.Neighbors!.Median, figures["neighbours"]);
        Assert.Equal((11, 11), (figures["trials"], figures["familyTrials"]));
    }

    [Fact]
    public async Task What_the_figures_say_is_written_in_whole_sentences()
    {
        SearchContext context = await Context(ReportedSearch.Grid);
        IReadOnlyList<Remark> notes = ReportPanels.Build(ReportPanels.OfSearch, context).SelectMany(section => section.Blocks).OfType<NotesBlock>()
            .Single(block => block.Title == "What these figures mean, and what they do not").Notes;
        Assert.StartsWith("Deflated Sharpe ", notes[0].Title, StringComparison.Ordinal);
        Assert.StartsWith("The confidence that trial ", notes[0].Text, StringComparison.Ordinal);
        Assert.Contains(". With ", notes[0].Text, StringComparison.Ordinal); // indented lines continue the previous one
        Assert.All(notes, note => Assert.InRange(note.Title.Length, 1, 80));
        Assert.All(notes, note => Assert.Matches(@"^[\p{Lu}0-9].*[^.]\.$", note.Text));
    }

    [Theory]
    [InlineData("{type: k_fold, folds: 4, purge: {days: 0}, embargo: {days: 0}}", "splits", 4)]
    [InlineData("{type: walk_forward, train: {days: 200}, test: {days: 100}}", "windows", 2)]
    public async Task What_was_out_of_sample_is_shown_row_by_row(string validation, string table, int rows)
    {
        ReportedSearch reported = await ReportedSearch.Make(ReportedSearch.Grid, _folder.Path, $"validation: {validation}");
        var context = new SearchContext(reported.Experiment);
        ReportSection section = ReportPanels.Build(ReportPanels.OfSearch, context).Single(section => section.Id == "out-of-sample");
        TableBlock found = section.Blocks.OfType<TableBlock>().Single(block => block.Id == table);
        Assert.Equal(rows, Assert.IsType<NumberColumn>(found.Columns[0].Values).Values.Length);
        Assert.Contains(section.Blocks.OfType<NotesBlock>().Single().Notes, note => note.Title.StartsWith("Out of sample", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_traded_in_a_regime_has_a_column()
    {
        ReportedSearch reported = await ReportedSearch.Make(
            ReportedSearch.Grid, _folder.Path, "validation: {type: walk_forward, train: {days: 200}, test: {days: 100}}");
        var context = new SearchContext(reported.Experiment);
        reported.Experiment.Document["validation"]!["windows"]![0]!["regimes"] = System.Text.Json.Nodes.JsonNode.Parse(
            """[{"regime": "bear", "parameters": {"fast": 4, "slow": 30}, "inside": 1.5}, {"regime": "bull", "parameters": null, "inside": null}]""");
        ReportSection section = ReportPanels.Build(ReportPanels.OfSearch, context).Single(section => section.Id == "out-of-sample");
        TableBlock windows = section.Blocks.OfType<TableBlock>().Single(block => block.Id == "windows");

        Assert.Equal(["fast 4, slow 30", "as the window"], Texts(windows, "regime_bear"));
        Assert.Equal(["as the window", "as the window"], Texts(windows, "regime_bull"));

        static IEnumerable<string?> Texts(TableBlock table, string column) =>
            Assert.IsType<TextColumn>(table.Columns.Single(own => own.Id == column).Values).Values;
    }

    [Fact]
    public async Task The_neighbors_listed_are_one_level_from_the_best()
    {
        SearchContext context = await Context(ReportedSearch.Grid);
        TableBlock table = Block<TableBlock>(context, "neighbours");
        double[] fast = Numbers(table, "fast");
        double[] slow = [.. Numbers(table, "slow").Select(value => (double)Array.IndexOf([8.0, 16, 30], value))];
        Assert.True(fast.Length > 1);
        Assert.All(Enumerable.Range(1, fast.Length - 1),
            row => Assert.Equal(1, (Math.Abs(fast[row] - fast[0]) / 2) + Math.Abs(slow[row] - slow[0])));
    }

    [Fact]
    public async Task On_the_front_no_trial_is_worse_in_both_objectives()
    {
        SearchContext context = await Context(ReportedSearch.Front);
        TableBlock table = Block<TableBlock>(context, "front");
        double[] sharpe = Numbers(table, "sharpe");
        double[] drawdown = Numbers(table, "max_drawdown");
        Assert.NotEmpty(sharpe);
        foreach (TrialResult trial in context.Ranked)
        {
            for (int row = 0; row < sharpe.Length; row++)
                Assert.False(trial.Objectives[0] > sharpe[row] && trial.Objectives[1] < drawdown[row]);
        }
    }

    [Fact]
    public void Many_values_are_put_together_where_there_is_no_room()
    {
        var values = SearchedValues.Of("x", [.. Enumerable.Range(1, 1000).Select(number => (System.Text.Json.Nodes.JsonNode)(number * 0.1))]);
        Assert.True(values.IsLog);
        Assert.Equal((20, 0, 19), (values.Labels.Count, values.Places[0], values.Places[^1]));
        Assert.Equal("0.1 to 0.141", values.Labels[0]);
        Assert.Equal(values.Places.Order(), values.Places);
    }

    [Theory]
    [InlineData("""{"type":"percent_equity","value":0.5}""", "percent_equity, value 0.5")]
    [InlineData("[1,2]", "[1,2]")]
    [InlineData("\"text\"", "text")]
    [InlineData("null", "null")]
    public void A_value_is_written_as_people_read_it(string json, string written) =>
        Assert.Equal(written, SearchedValues.Write(System.Text.Json.Nodes.JsonNode.Parse(json)));

    private async Task<SearchContext> Context(string search) => new((await ReportedSearch.Make(search, _folder.Path)).Experiment);

    private static TBlock Block<TBlock>(SearchContext context, string section)
        where TBlock : Block => Report.Build(context).Sections.Single(each => each.Id == section).Blocks.OfType<TBlock>().First();

    private static double[] Numbers(TableBlock table, string column) => ((NumberColumn)table.Columns.Single(each => each.Id == column).Values).Values;
}
