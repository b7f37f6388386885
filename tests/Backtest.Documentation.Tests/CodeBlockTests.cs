using Microsoft.CodeAnalysis;

namespace Backtest.Tests;

/// <summary>Code on a page compiles or, where the fence says so, was written by the generators.</summary>
public sealed class CodeBlockTests
{
    private const string Generated = "generated";

    private static readonly string[] Pages =
        ["README.md", .. Directory.EnumerateFiles(Repository.Path("docs"), "*.md").Select(file => $"docs/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)];

    private static readonly Lazy<IReadOnlySet<string>> GeneratedLines = new(() => new HashSet<string>(
        GuideCompilation.GeneratedLines("plugins/Backtest.Plugins.MovingAverageCross")
            .Concat(GuideCompilation.GeneratedLines("samples/netting"))
            .Concat(GuideCompilation.GeneratedLines("src/Backtest.Engine")),
        StringComparer.Ordinal));

    /// <summary>Blocks that are complete files, with those before them on the page, whose declarations later ones may use.</summary>
    private static readonly Lazy<IReadOnlyList<CodeBlock>> Whole = new(() =>
    {
        List<CodeBlock> whole = [];
        foreach (CodeBlock block in Blocks.Where(block => block.Note != Generated))
        {
            if (GuideCompilation.Errors([Setting.Alone(block.Text), .. Before(block, whole)]).Count == 0)
                whole.Add(block);
        }

        return whole;
    });

    public static TheoryData<CodeBlock> Written => [.. Blocks.Where(block => block.Note != Generated)];

    public static TheoryData<CodeBlock> Excerpts => [.. Blocks.Where(block => block.Note == Generated)];

    private static IEnumerable<CodeBlock> Blocks => Pages.SelectMany(page => CodeBlock.Of(page, "csharp"));

    [Theory]
    [MemberData(nameof(Written), DisableDiscoveryEnumeration = true)]
    public void Code_for_the_reader_compiles(CodeBlock block)
    {
        if (Whole.Value.Contains(block))
            return;
        string[] before = [.. Before(block, Whole.Value)];
        IReadOnlyList<Diagnostic>? fewest = null;
        foreach (string source in Setting.All(block.Text))
        {
            IReadOnlyList<Diagnostic> errors = GuideCompilation.Errors([source, .. before]);
            if (errors.Count == 0)
                return;
            if (fewest is null || errors.Count < fewest.Count)
                fewest = errors;
        }

        Assert.Fail($"{block} does not compile in any setting:\n{string.Join('\n', fewest!)}");
    }

    [Theory]
    [MemberData(nameof(Excerpts), DisableDiscoveryEnumeration = true)]
    public void Generated_code_is_shown_as_the_generators_write_it(CodeBlock block)
    {
        IEnumerable<string> lines = block.Text.Split('\n').Select(line => line.Trim()).Where(line => line is not ("" or "…"));
        Assert.All(lines, line => Assert.Contains(line, GeneratedLines.Value));
    }

    private static IEnumerable<string> Before(CodeBlock block, IEnumerable<CodeBlock> whole) =>
        whole.Where(other => other.Page == block.Page && other.Line < block.Line).SelectMany(Sources);

    private static IEnumerable<string> Sources(CodeBlock block) =>
        [Setting.Alone(block.Text), .. Setting.NamespacesOf(block.Text).Select(name => $"global using {name};")];
}
