using Backtest.Cli.Projects;

namespace Backtest.Tests.Projects;

public sealed class ProjectNameTests
{
    [Theory]
    [InlineData("MeanReversion")]
    [InlineData("acme.mean-reversion")]
    [InlineData("my_strategy")]
    [InlineData("3ducks")]
    [InlineData("Öl-Preis")]
    [InlineData("Стратегия")]
    [InlineData("class")]
    [InlineData("A")]
    [InlineData("Acme.Backtest")]
    public void A_name_that_can_be_a_package_is_taken(string name) => ProjectName.Check(name);

    [Theory]
    [InlineData("My Strategy", "a space", "'My-Strategy'")]
    [InlineData("a/b", "'/'", "'a-b'")]
    [InlineData("..\\elsewhere", "'\\'", "'elsewhere'")]
    [InlineData("50%", "'%'", "'50'")]
    [InlineData("a\nb", "a space", "'a-b'")]
    [InlineData("-x", "begin and end", "'x'")]
    [InlineData(".hidden", "begin and end", "'hidden'")]
    [InlineData("Foo.", "begin and end", "'Foo'")]
    [InlineData("Foo..Bar", "begin and end", "'Foo.Bar'")]
    [InlineData("_private_", "begin and end", "'private'")]
    [InlineData("€", "'€'", "Use only letters")]
    [InlineData("", "empty", "Use only letters")]
    [InlineData("𝒜", "'𝒜'", "Use only letters")]
    [InlineData("Acme.CON", "a device", "another")]
    [InlineData("lpt1", "a device", "another")]
    [InlineData("Backtest", "reserved for the framework", "another")]
    [InlineData("backtest.mine", "reserved for the framework", "another")]
    public void Any_other_is_refused_with_why_and_what_would_do(string name, string why, string fix)
    {
        InputError error = Assert.Single(Assert.Throws<InputException>(() => ProjectName.Check(name)).Errors);

        Assert.Equal("project_name", error.Code);
        Assert.Contains(why, error.Message);
        Assert.Contains(fix, error.Fix);
    }

    [Fact]
    public void A_name_is_as_long_as_a_package_of_a_solution_can_be()
    {
        ProjectName.Check(new string('a', ProjectName.MaximumLength));

        Assert.Throws<InputException>(() => ProjectName.Check(new string('a', ProjectName.MaximumLength + 1)));
    }
}
