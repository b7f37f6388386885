using Backtest.Data;

namespace Backtest.Tests;

public sealed class UniverseFileTests : IDisposable
{
    private readonly DataFolder _folder = new();

    [Fact]
    public void Each_row_is_a_stretch_of_days_and_no_last_day_means_that_it_has_not_left()
    {
        _folder.File("sp.csv", "Symbol,From,To", "A,2001-01-02,2003-05-30", "A,20100104,", "B,2001-01-02,2001-01-02");

        Universe universe = Read();

        Assert.Equal(
            [
                new UniverseMembership("A", new(2001, 1, 2), new(2003, 5, 30)), new UniverseMembership("A", new(2010, 1, 4), null),
                new UniverseMembership("B", new(2001, 1, 2), new(2001, 1, 2)),
            ],
            universe.Memberships);
        Assert.Equal((3L, 64), (universe.File!.Rows, universe.File.Sha256.Length));
    }

    [Fact]
    public void Lines_of_comment_are_passed_over_where_they_are_named()
    {
        _folder.File("sp.csv", "# members", "symbol,from,to", "#A,2001-01-02,");

        Assert.Equal(["#A"], new BarSources().ReadUniverse(Options() with { Path = _folder.File("plain.csv", "symbol,from,to", "#A,2001-01-02,").Root + "/plain.csv" })
            .Memberships.Select(member => member.Symbol));
        Assert.Empty(new BarSources().ReadUniverse(Options() with { Comment = '#' }).Memberships);
    }

    [Theory]
    [InlineData(",2001-01-02,", "the symbol is empty", "Write the symbol as it is in the data.")]
    [InlineData("A,,", "'' is not a valid date", "Write the first day, year first: 2014-06-09.")]
    [InlineData("A,2001-01-02,never", "'never' is not a valid date", "Write the last day, year first, or leave the field empty if the symbol has not left.")]
    [InlineData(
        "A,2001-01-02,2000-01-02", "A would leave on 2000-01-02, before it joins on 2001-01-02", "Put the first day before the last.")]
    [InlineData(
        "B,2003-12-31,", "B already belongs to the universe on some of these days",
        "Write periods of a symbol that do not overlap. The last day is included.")]
    public void A_wrong_row_is_an_error_that_names_its_line(string row, string message, string fix)
    {
        _folder.File("sp.csv", "symbol,from,to", "B,2001-01-02,2003-12-31", row);

        Assert.Equal($"sp.csv:3: {message}\n  {fix}", Error());
    }

    [Fact]
    public void A_missing_file_is_an_error() => Assert.Equal(
        "there is no file sp.csv.\n  Relative paths start from the run file's folder. Check that the file exists.", Error());

    public void Dispose() => _folder.Dispose();

    private Universe Read() => new BarSources().ReadUniverse(Options());

    private UniverseOptions Options() => new() { Path = "sp.csv", BaseDirectory = _folder.Root };

    private string Error() => Assert.Single(Assert.Throws<InputException>(Read).Errors).ToString()
        .Replace(_folder.Root + "/", "", StringComparison.Ordinal);
}
