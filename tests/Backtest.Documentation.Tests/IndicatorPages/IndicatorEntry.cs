using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>The entry of one specification on the library's page.</summary>
internal sealed partial class IndicatorEntry(MethodInfo factory, XmlComments comments, BarSeries bars, BarSeries otherBars)
{
    private readonly IndicatorSpec _spec = IndicatorLibrary.Usual(factory);

    public string Name => factory.Name;

    /// <summary>The name of its folder in the library, in words.</summary>
    public string Family => WordStart().Replace(Path.GetFileName(Path.GetDirectoryName(SourceFile))!, " $1").TrimStart() is var words
        ? words[..1] + words[1..].ToLowerInvariant()
        : "";

    public string PictureName => $"{WordStart().Replace(factory.Name, "-$1").TrimStart('-').ToLowerInvariant()}.svg";

    public string Picture => IndicatorPicture.Draw(bars, Lines);

    private IndicatorLines Lines => field ??= IndicatorLines.Of(_spec, bars);

    private string SourceFile => Directory.EnumerateFiles(
        Repository.Path("src/Backtest.Indicators"), $"{_spec.Indicator.Name}.cs", SearchOption.AllDirectories).Single();

    /// <summary>The entry as Markdown.</summary>
    public string Markdown()
    {
        var lines = new List<string>
        {
            $"### {Name}",
            "",
            $"![{Name}](indicators/{PictureName})",
            "",
            $"`Indicators.{Name}({string.Join(", ", factory.GetParameters().Select(Signature))})` · {ReadsWhat}`{_spec.Indicator.Name}`",
            "",
            comments.Of(_spec.Indicator, "summary"),
            "",
        };
        lines.AddRange(factory.GetParameters().Select(parameter => $"- `{parameter.Name}`: {Meaning(parameter)}"));
        lines.Add($"- yields {Yields}");
        lines.Add($"- warm-up: {WarmUp}");
        if (comments.Of(_spec.Indicator, "remarks") is { Length: > 0 } source)
            lines.Add($"- source: {source}");
        lines.Add("");
        return string.Join('\n', lines);
    }

    private string ReadsWhat => _spec.GetType().GetGenericTypeDefinition() == typeof(SeriesIndicatorSpec<>) ? "of any field or indicator, "
        : _spec.GetType().GetGenericTypeDefinition() == typeof(PairIndicatorSpec<>) ? "of any two fields or indicators, "
        : "of whole bars, ";

    private string Yields
    {
        get
        {
            Type value = _spec.GetType().GenericTypeArguments[0];
            return value == typeof(double)
                ? "a number"
                : $"`{value.Name}`: {string.Join("; ", Lines.Names.Select(name => $"`{name}`, {Sentence(comments.OfParameter(value, name))}"))}";
        }
    }

    private string WarmUp
    {
        get
        {
            long other = IndicatorLines.Of(_spec, otherBars).WarmUp;
            return other == Lines.WarmUp
                ? string.Create(CultureInfo.InvariantCulture, $"{Lines.WarmUp} {(Lines.WarmUp == 1 ? "bar" : "bars")}")
                : "the prices decide";
        }
    }

    private string Meaning(ParameterInfo parameter)
    {
        string meaning = comments.OfFactoryParameter(factory.Name, parameter.Name!);
        return meaning.Length > 0 ? meaning : comments.OfParameter(_spec.Indicator, parameter.Name!);
    }

    private static string Signature(ParameterInfo parameter) => parameter.DefaultValue is null
        ? parameter.Name!
        : $"{parameter.Name} = {Default(parameter)}";

    private static string Default(ParameterInfo parameter) => parameter.ParameterType.IsEnum
        ? Enum.GetName(parameter.ParameterType, parameter.DefaultValue!)!
        : Convert.ToString(parameter.DefaultValue, CultureInfo.InvariantCulture)!;

    private static string Sentence(string text) => text.Length == 0 ? "" : (char.ToLowerInvariant(text[0]) + text[1..]).TrimEnd('.');

    [GeneratedRegex("(?<=.)([A-Z])")]
    private static partial Regex WordStart();
}
