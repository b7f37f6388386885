using Backtest;
using Backtest.Testing;

namespace ExampleNamespace.Tests;

public sealed class ExampleBarSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void It_keeps_the_laws_of_a_bar_source()
    {
        Write("one", days: 60);
        Write("two", days: 40);

        BarSourceConformance.Check<ExampleBarSource>(new BarRequest { Path = _folder });
    }

    [Fact]
    public void A_file_is_a_symbol()
    {
        Write("one", days: 3);

        Assert.Equal(["ONE"], new ExampleBarSource().FindSymbols(new BarRequest { Path = _folder }));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error_the_user_can_mend() => Assert.Throws<InputException>(
        () => new ExampleBarSource().FindSymbols(new BarRequest { Path = Path.Combine(_folder, "nowhere") }));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string symbol, int days) => File.WriteAllLines(
        Path.Combine(_folder, $"{symbol}.csv"),
        Enumerable.Range(0, days)
            .Select(day => FormattableString.Invariant(
                $"{new DateOnly(2024, 1, 1).AddDays(day):yyyy-MM-dd},{10 + day},{12 + day},{9 + day},{11 + day},100"))
            .Prepend("date,open,high,low,close,volume"));
}
