using Backtest.Configuration.Yaml;

namespace Backtest.Configuration.Overrides;

/// <summary>One <c>--set path=value</c>.</summary>
/// <param name="Steps">The keys and names of the path.</param>
/// <param name="Value">The value.</param>
/// <param name="Position">Its position: the option itself.</param>
internal sealed record Override(IReadOnlyList<string> Steps, ParameterNode Value, SourcePosition Position)
{
    /// <summary>Reads the text after <c>--set</c>.</summary>
    /// <exception cref="InputException">It is not <c>path=value</c>, or the value is not YAML.</exception>
    public static Override Parse(string text, List<InputError> errors)
    {
        var position = new SourcePosition($"--set {text}");
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string[] steps = equals < 0 ? [] : text[..equals].Trim().Split('.');
        if (steps.Length == 0 || steps.Contains(""))
        {
            throw new InputException(new InputError("bad_override", "expected a path, '=' and a value.")
            {
                Position = position,
                Fix = "Write, for example, --set portfolios.main.capital=50000.",
            });
        }

        return new Override(steps, YamlReader.Read(text[(equals + 1)..], position.File!, errors, hasLines: false), position);
    }
}
