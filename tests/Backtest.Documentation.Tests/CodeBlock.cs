using System.Text.RegularExpressions;

namespace Backtest.Tests;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page's path in the repository.</param>
/// <param name="Line">The line of its first line.</param>
/// <param name="Language">The first word of the fence.</param>
/// <param name="Note">The rest of the fence.</param>
/// <param name="Text">The block.</param>
public sealed partial record CodeBlock(string Page, int Line, string Language, string Note, string Text)
{
    /// <summary>The blocks of a page that are in a language.</summary>
    public static IEnumerable<CodeBlock> Of(string page, string language)
    {
        string text = File.ReadAllText(Repository.Path(page)).ReplaceLineEndings("\n");
        foreach (Match match in Fence().Matches(text))
        {
            int line = text.AsSpan(0, match.Groups["text"].Index).Count('\n') + 1;
            CodeBlock block = new(page, line, match.Groups["language"].Value, match.Groups["note"].Value, match.Groups["text"].Value);
            if (block.Language == language)
                yield return block;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Page}:{Line}";

    [GeneratedRegex("^ *```(?<language>[a-z]+) ?(?<note>[^\n]*)\n(?<text>.*?)^ *```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
