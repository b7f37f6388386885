using System.Text.RegularExpressions;

namespace Backtest.Data.Files;

/// <summary>
/// A path with <c>*</c> (any part of a name), <c>?</c> (any character), <c>**</c> (any folders) and <c>{symbol}</c> (any name, the same at each
/// occurrence).
/// </summary>
internal sealed class PathPattern
{
    /// <summary>The placeholder for a symbol.</summary>
    public const string Symbol = "{symbol}";

    private readonly string _folder;
    private readonly bool _isDeep;
    private readonly Regex _regex;
    private readonly string _pattern;
    private readonly int _symbols;

    /// <summary>Creates a pattern; <c>/</c> separates folders.</summary>
    public PathPattern(string pattern)
    {
        string[] parts = pattern.Split('/');
        int fixedParts = parts.TakeWhile(part => !IsPattern(part)).Count();
        _folder = string.Concat(parts.Take(fixedParts).Select(part => part + "/"));
        _isDeep = fixedParts < parts.Length - 1;
        _pattern = pattern;
        _symbols = pattern.Split(Symbol).Length - 1;
        _regex = CreateRegex(pattern);
    }

    /// <summary>Whether a path is a pattern.</summary>
    public static bool IsPattern(string path) => path.AsSpan().ContainsAny('*', '?') || path.Contains(Symbol, StringComparison.Ordinal);

    /// <summary>The files that match, each with the symbol in its path or, if there is none, its name without extension.</summary>
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
            if (!match.Success)
                continue;
            if (_symbols == 0)
                yield return new DataPath(path, Entry: null, DataFormats.Stem(path));
            else if (FindSymbol(path, match) is { } symbol)
                yield return new DataPath(path, Entry: null, symbol);
        }
    }

    /// <summary>The name at every place where the pattern has a symbol, or <see langword="null"/> if there is none.</summary>
    private string? FindSymbol(string path, Match match)
    {
        string found = match.Groups[1].Value;
        if (Enumerable.Range(2, _symbols - 1).All(group => match.Groups[group].Value == found))
            return found;

        // The parts could be chosen differently: any name that occurs in the path this often may be the symbol.
        string name = path[(path.LastIndexOf('/') + 1)..];
        for (int length = name.Length; length > 0; length--)
        {
            for (int start = 0; start + length <= name.Length; start++)
            {
                string candidate = name.Substring(start, length);
                if (path.Split(candidate).Length > _symbols
                    && CreateRegex(_pattern.Replace(Symbol, candidate, StringComparison.Ordinal)).IsMatch(path))
                    return candidate;
            }
        }

        return null;
    }

    /// <summary>Creates an expression without backtracking, so that no pattern takes more than linear time.</summary>
    private static Regex CreateRegex(string pattern)
    {
        string regex = Regex.Escape(pattern)
            .Replace(@"\*\*/", "(?:.*/)?", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal)
            .Replace(Regex.Escape(Symbol), "([^/]+)", StringComparison.Ordinal);
        return new Regex($"^{regex}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }
}
