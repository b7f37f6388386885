namespace Backtest.Tests.Files;

public sealed class DataPathsTests : IDisposable
{
    private static readonly string[] OneBar = ["date,open,high,low,close", "2020-01-02,1,1,1,1"];

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_file_is_named_by_the_one_symbol_wanted()
    {
        _folder.File("spx-daily.csv", OneBar);
        using IBarSource source = _folder.Open("spx-daily.csv", "SPX");
        Assert.Equal(["SPX"], DataFolder.Symbols(source));
    }

    [Fact]
    public void One_file_is_named_by_its_stem_when_no_symbol_is_wanted()
    {
        _folder.File("spx-daily.csv", OneBar);
        using IBarSource source = _folder.Open("spx-daily.csv");
        Assert.Equal(["spx-daily"], DataFolder.Symbols(source));
    }

    [Fact]
    public void Folder_means_all_its_csv_files()
    {
        _folder.File("prices/B.csv", OneBar).File("prices/A.CSV", OneBar).File("prices/readme.md", "text").File(
            "prices/deep/C.csv", OneBar);
        using IBarSource source = _folder.Open("prices");
        Assert.Equal(["A", "B"], DataFolder.Symbols(source));
    }

    [Fact]
    public void Only_the_files_of_wanted_symbols_are_read()
    {
        _folder.File("prices/A.csv", OneBar).File("prices/B.csv", OneBar).File("prices/broken.csv", "date,open,high,low,close", "x");
        using IBarSource source = _folder.Open("prices", "B");
        Assert.Equal("B.csv", Path.GetFileName(Assert.Single(source.Files).Path));
    }

    [Theory]
    [InlineData("prices/*.csv", "A", "AB")]
    [InlineData("prices/?.csv", "A")]
    [InlineData("prices/**/*.csv", "A", "AB", "C", "D")]
    [InlineData("**/deep/*.csv", "C")]
    [InlineData("*/*/*.csv", "C", "D")]
    [InlineData("prices/day-{symbol}.txt", "X")]
    [InlineData("prices/{symbol}/{symbol}.csv", "D")]
    public void Pattern_means_the_files_that_match(string pattern, params string[] symbols)
    {
        _folder.File("prices/A.csv", OneBar)
            .File("prices/AB.csv", OneBar)
            .File("prices/deep/C.csv", OneBar)
            .File("prices/D/D.csv", OneBar)
            .File("prices/day-X.txt", OneBar);
        using IBarSource source = _folder.Open(pattern);
        Assert.Equal(symbols, DataFolder.Symbols(source));
    }

    [Fact]
    public void Braces_stand_for_each_symbol_wanted()
    {
        _folder.File("A.csv", OneBar).File("B.csv", OneBar).File("C.csv", OneBar);
        using IBarSource source = _folder.Open("{symbol}.csv", "C", "A");
        Assert.Equal(["A", "C"], DataFolder.Symbols(source));
        Assert.Equal(2, source.Files.Count);
    }

    [Fact]
    public void Each_symbol_without_a_file_is_an_error()
    {
        _folder.File("A.csv", OneBar);
        const string Fix = "\n  Relative paths start from the run file's folder. Check that the file exists.";
        Assert.Equal(
            ["data.path: there is no file B.csv for the symbol B." + Fix, "data.path: there is no file C.csv for the symbol C." + Fix],
            _folder.Errors(_folder.Options("{symbol}.csv", "A", "B", "C")));
    }

    [Theory]
    [InlineData("nothing.csv", "there is no file or folder nothing.csv.")]
    [InlineData("nothing/*.csv", "no file matches nothing/*.csv.")]
    [InlineData("*.csv", "no file matches *.csv.")]
    [InlineData("empty", "the folder empty contains no file of bars (.csv or .tsv, plain or as .gz, and .zip).")]
    public void Path_that_leads_nowhere_is_an_error(string path, string message)
    {
        _folder.File("empty/readme.md", "text");
        Assert.StartsWith($"data.path: {message}", _folder.Error(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Source_without_a_path_is_an_error() => Assert.Equal(
        "run.yaml:7: data.path: a csv source needs a path.\n  Write, for example, path: data/spx.csv.",
        _folder.Error(new BarSourceOptions.Csv { Path = "", Position = new SourcePosition("run.yaml", 7) }));

    [Fact]
    public void A_pattern_takes_no_longer_for_many_stars()
    {
        _folder.File($"{new string('a', 200)}.csv", "date,open,high,low,close", "2020-01-02,1,2,1,1.5");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Contains("no file matches", _folder.Error("*a*a*a*a*a*a*a*a*a*b"), StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"it took {watch.Elapsed}");
    }

    [Fact]
    public void A_symbol_named_twice_is_the_same_wherever_it_stands()
    {
        _folder.File("A-B-A-B.csv", "date,open,high,low,close", "2020-01-02,1,2,1,1.5").File("A-C.csv", "no bars");
        using IBarSource source = _folder.Open("{symbol}-{symbol}.csv");
        Assert.Equal(["A-B"], DataFolder.Symbols(source));
    }
}
