using System.Text.RegularExpressions;

namespace Backtest.Data.Files;

/// <summary>
/// A path with <c>*</c> (any part of a name), <c>?</c> (any letter), <c>**</c> (any folders) and <c>{symbol}</c> (any name, the same
/// wherever it stands).
/// </summary>
internal sealed class PathPattern
{
    /// <summary>What stands for a symbol.</summary>
    public const string Symbol = "{symbol}";

    private readonly string _folder;
    private readonly bool _isDeep;
    private readonly Regex _regex;

    /// <summary>A pattern; folders are parted by <c>/</c>.</summary>
    public PathPattern(string pattern)
    {
        string[] parts = pattern.Split('/');
        int fixedParts = parts.TakeWhile(part => !IsPattern(part)).Count();
        _folder = string.Concat(parts.Take(fixedParts).Select(part => part + "/"));
        _isDeep = fixedParts < parts.Length - 1;
        _regex = new Regex(ToRegex(pattern), RegexOptions.CultureInvariant);
    }

    /// <summary>Whether a path is more than a path.</summary>
    public static bool IsPattern(string path) => path.AsSpan().ContainsAny('*', '?') || path.Contains(Symbol, StringComparison.Ordinal);

    /// <summary>The files that match, each with the symbol in its path or, where none is, its name without extension.</summary>
    public IEnumerable<DataPath> Find()
    {
        string folder = _folder.Length == 0 ? "./" : _folder;
        if (!Directory.Exists(folder))
            yield break;
        SearchOption depth = _isDeep ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly;
        foreach (string found in Directory.EnumerateFiles(folder, "*", depth))
        {
            string path = _folder + found[folder.Length..].Replace('\\', '/');
            Match match = _regex.Match(path);
            if (match.Success)
            {
                string symbol = match.Groups["symbol"] is { Success: true } named ? named.Value : DataFormats.Stem(path);
                yield return new DataPath(path, Entry: null, symbol);
            }
        }
    }

    private static string ToRegex(string pattern)
    {
        string regex = Regex.Escape(pattern)
            .Replace(@"\*\*/", "(?:.*/)?", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
        string symbol = Regex.Escape(Symbol);
        int first = regex.IndexOf(symbol, StringComparison.Ordinal);
        if (first >= 0)
        {
            string rest = regex[(first + symbol.Length)..].Replace(symbol, @"\k<symbol>", StringComparison.Ordinal);
            regex = $"{regex[..first]}(?<symbol>[^/]+){rest}";
        }

        return $"^{regex}$";
    }
}
