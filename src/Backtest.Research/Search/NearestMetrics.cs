using Backtest.Abstractions.Runtime;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>Suggests the metrics that were probably meant, because there are too many to list all.</summary>
internal static class NearestMetrics
{
    private const int Most = 4;
    private const int FewestLetters = 3;
    private const string WhereAllAre = "The user guide lists all metrics under Metrics. Write them in snake case.";

    /// <summary>The metrics closest to an unknown name, and where all are listed.</summary>
    /// <param name="written">The unknown name.</param>
    public static string Advice(string written)
    {
        string[] names = [.. Metric.All.Select(metric => metric.Name)];
        string snake = SnakeCase(written);
        // Names one edit away come first, then names that share a word: 'return' is in total_return.
        string[] near =
        [
            .. new[] { NearestName.Find(snake, names) }.OfType<string>().Concat(names.Where(name => SharesWord(name, snake))).Distinct().Take(Most),
        ];
        return near.Length == 0 ? WhereAllAre : $"Did you mean {Listed(near)}? {WhereAllAre}";
    }

    private static bool SharesWord(string name, string written) => written.Split('_').Any(word =>
        word.Length >= FewestLetters && name.Split('_').Any(own => own.StartsWith(word, StringComparison.Ordinal) || (own.Length >= FewestLetters && word.StartsWith(own, StringComparison.Ordinal))));

    /// <summary>A name in the style of metrics: maxDrawdown and Max-Drawdown become max_drawdown.</summary>
    private static string SnakeCase(string text) => string.Concat(text.Select((letter, index) =>
        !char.IsLetterOrDigit(letter) ? "_"
        : char.IsUpper(letter) && index > 0 && char.IsLower(text[index - 1]) ? $"_{char.ToLowerInvariant(letter)}"
        : char.ToLowerInvariant(letter).ToString()));

    private static string Listed(string[] names)
    {
        string[] quoted = [.. names.Select(name => $"'{name}'")];
        return quoted.Length == 1 ? quoted[0] : $"{string.Join(", ", quoted[..^1])} or {quoted[^1]}";
    }
}
