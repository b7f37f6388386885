using System.Reflection;
using System.Text.Json;
using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

public sealed class SchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(
        typeof(Everything).Assembly.GetCustomAttributes<PluginAttribute>().Single(plugin => plugin.Id == "everything").ParametersSchema)
        .RootElement;

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{"count": 7, "share": 0.25, "cash": 10, "is_loud": true, "name": "Bob", "mood": "very_nervous"}""", true)]
    [InlineData("""{"pause": "15m", "limit": null, "weights": [0.5], "moods": ["calm"], "favorite": null}""", true)]
    [InlineData("""{"favorite": {"type": "rounded_square", "size": 1, "corners": 5}}""", true)]
    [InlineData("""{"shapes": {"any": {"type": "circle", "size": 1}}, "frame": {"width": 1}}""", true)]
    [InlineData("""{"colour": 1}""", false)]
    [InlineData("""{"count": 0}""", false)]
    [InlineData("""{"count": 101}""", false)]
    [InlineData("""{"count": 1.5}""", false)]
    [InlineData("""{"count": null}""", false)]
    [InlineData("""{"share": 0}""", false)]
    [InlineData("""{"limit": 0}""", false)]
    [InlineData("""{"weights": [-1]}""", false)]
    [InlineData("""{"weights": 1}""", false)]
    [InlineData("""{"mood": "VeryNervous"}""", false)]
    [InlineData("""{"pause": "15"}""", false)]
    [InlineData("""{"favorite": {"size": 1}}""", false)]
    [InlineData("""{"favorite": {"type": "circle"}}""", false)]
    [InlineData("""{"favorite": {"type": "circle", "size": 1, "corners": 4}}""", false)]
    [InlineData("""{"shapes": {"any": {"type": "cirle", "size": 1}}}""", false)]
    [InlineData("""{"frame": {}}""", false)]
    public void Schema_and_binder_accept_the_same(string document, bool isGood)
    {
        Assert.Equal(isGood, SchemaCheck.Accepts(Schema, JsonDocument.Parse(document).RootElement));
        Assert.Equal(isGood, Written.Errors(new EverythingFactory(), document).Count == 0);
    }

    [Theory]
    [InlineData("count", "10")]
    [InlineData("share", "0.5")]
    [InlineData("cash", "1.5")]
    [InlineData("is_loud", "false")]
    [InlineData("name", "\"none\"")]
    [InlineData("mood", "\"calm\"")]
    [InlineData("limit", "null")]
    [InlineData("weights", "[1, 2]")]
    [InlineData("moods", "[\"very_nervous\"]")]
    public void Default_is_in_the_schema(string key, string json) =>
        Assert.Equal(json, Schema.GetProperty("properties").GetProperty(key).GetProperty("default").GetRawText());

    [Fact]
    public void Default_that_is_not_constant_is_left_out() =>
        Assert.False(Schema.GetProperty("properties").GetProperty("pause").TryGetProperty("default", out _));

    [Fact]
    public void Description_is_in_the_schema() =>
        Assert.Equal("A part of the whole.", Schema.GetProperty("properties").GetProperty("share").GetProperty("description").GetString());
}
