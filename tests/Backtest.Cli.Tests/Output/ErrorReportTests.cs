using System.Text.Json.Nodes;
using Backtest.Cli.Output;

namespace Backtest.Tests.Output;

public sealed class ErrorReportTests
{
    private static readonly InputError Error = new("unknown_key", "found 'capitel', expected capital")
    {
        Position = new SourcePosition("run.yaml", 6),
        Key = "portfolios.main.capitel",
        Fix = "Write capital.",
    };

    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Fact]
    public void An_error_is_its_place_and_message_and_then_the_mend()
    {
        new ErrorReport(_output, _error, asJson: false).Write([Error]);

        Assert.Equal("", _output.ToString());
        Assert.Equal(
            ["run.yaml:6: portfolios.main.capitel: found 'capitel', expected capital", "  Write capital.", ""],
            _error.ToString().Split('\n'));
    }

    [Fact]
    public void As_a_document_the_first_error_stands_alone_and_all_follow()
    {
        new ErrorReport(_output, _error, asJson: true).Write([Error, Error with { Code = "other" }]);

        JsonNode document = JsonNode.Parse(_output.ToString())!;
        Assert.Equal("unknown_key", (string?)document["error"]!["code"]);
        Assert.Equal(["unknown_key", "other"], document["errors"]!.AsArray().Select(error => (string?)error!["code"]));
    }

    [Fact]
    public void What_nobody_expected_is_one_line_that_says_where_and_what_to_report()
    {
        try
        {
            throw new InvalidOperationException("first\nsecond");
        }
        catch (InvalidOperationException exception)
        {
            new ErrorReport(_output, _error, asJson: false).WriteUnexpected(exception);
        }

        string line = Assert.Single(_error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($"InvalidOperationException in {typeof(ErrorReportTests).FullName}.", line);
        Assert.Contains("first second; please report", line);
    }
}
