namespace Backtest.Tests.Files;

public sealed class FileSizeTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public FileSizeTests() => _folder.File("a.csv", "date,open,high,low,close", "2020-01-02,8,9,8,8.5");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_of_actions_that_does_not_end_is_refused() =>
        Assert.StartsWith("actions.csv: the file is larger than 64 MB", _folder.Error(_folder.Options("a.csv") with { Actions = Endless("actions.csv", 70) }), StringComparison.Ordinal);

    [Fact]
    public void So_is_one_of_a_single_row() => Assert.Contains(
        "a row is longer than a million characters", _folder.Error(_folder.Options("a.csv") with { Actions = LongRow("actions.csv") }), StringComparison.Ordinal);

    [Fact]
    public void So_is_a_universe()
    {
        var options = new UniverseOptions { Path = Endless("members.csv", 70), BaseDirectory = _folder.Root };
        InputException exception = Assert.Throws<InputException>(() => new Backtest.Data.BarSources().ReadUniverse(options));
        Assert.Contains("larger than 64 MB", Assert.Single(exception.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void So_is_a_calendar() => Assert.Contains(
        "larger than 4 MB", _folder.Error(_folder.Options("a.csv") with { Calendar = Endless("days.json", 5) }), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_a_text_is_called_so()
    {
        File.WriteAllBytes($"{_folder.Root}/b.csv", new byte[100_000]);
        Assert.Contains("the file is not a text file", _folder.Error("b.csv"), StringComparison.Ordinal);
    }

    /// <summary>Writes a file of empty lines.</summary>
    private string Endless(string name, int megabytes)
    {
        using var file = new StreamWriter($"{_folder.Root}/{name}");
        string lines = new('\n', 1 << 20);
        for (int written = 0; written < megabytes; written++)
            file.Write(lines);
        return name;
    }

    private string LongRow(string name)
    {
        File.WriteAllText($"{_folder.Root}/{name}", new string('a', 3 << 20));
        return name;
    }
}
