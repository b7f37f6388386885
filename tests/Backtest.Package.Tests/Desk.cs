using System.Globalization;
using System.Text;

namespace Backtest.Tests;

/// <summary>
/// The folder of a user who has only the packages: a console program made of the code blocks of the guide, a plugin in a project beside it, and
/// the single-file program.
/// </summary>
public sealed class Desk : IAsyncLifetime
{
    private const string Plugin = "Acme.CloseAboveAverage";

    private static readonly string Feed = Path.Combine(AppContext.BaseDirectory, "feed");
    private static readonly string Home = Path.Combine(AppContext.BaseDirectory, "home");

    private readonly TemporaryFolder _folder = new();
    private readonly Shell _shell = new(Home);

    /// <summary>The code blocks of the guide that make up a program.</summary>
    public static IReadOnlyList<CodeBlock> Blocks { get; } = [.. CodeBlock.Of("docs/from-csharp.md", "csharp")];

    /// <summary>The result of the console program.</summary>
    public Step Guide { get; private set; } = new("", -1, "", default);

    /// <summary>The result of the single-file program.</summary>
    public Step Explore { get; private set; } = new("", -1, "", default);

    /// <summary>The commands and their times.</summary>
    public string Transcript => _shell.Transcript;

    public async ValueTask InitializeAsync()
    {
        ForgetOurPackages();
        Write("nuget.config", $"""<configuration><packageSources><add key="backtest" value="{Feed}" /></packageSources></configuration>""");
        WritePlugin();
        WriteProgram();
        File.Copy(Repository.Path("samples/explore.cs"), _folder.Combine("explore.cs"));
        Guide = await _shell.Run(_folder.Combine("guide"), "dotnet", "run", "--configuration", "Release");
        Explore = await _shell.Run(_folder.Path, "dotnet", "run", "explore.cs");
    }

    /// <summary>The run folders written by the single-file program.</summary>
    public string[] ExploredRuns => Directory.GetDirectories(_folder.Combine("runs"));

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    // Other packages may stay between runs; ours have the same version but different content.
    private static void ForgetOurPackages()
    {
        string packages = Path.Combine(Home, "packages");
        if (!Directory.Exists(packages))
            return;
        foreach (string ours in Directory.EnumerateDirectories(packages, "backtest*"))
            Directory.Delete(ours, recursive: true);
    }

    private void WritePlugin()
    {
        CodeBlock project = CodeBlock.Of("docs/author-guide.md", "xml").First(block => block.Text.Contains("Backtest.Sdk", StringComparison.Ordinal));
        CodeBlock code = CodeBlock.Of("docs/author-guide.md", "csharp").First(block => block.Text.Contains($"namespace {Plugin}", StringComparison.Ordinal));
        Write($"{Plugin}/{Plugin}.csproj", project.Text);
        Write($"{Plugin}/CloseAboveAverageStrategy.cs", $"using Backtest;\n{code.Text}".Replace("using Backtest;\nusing Backtest;", "using Backtest;", StringComparison.Ordinal));
    }

    private void WriteProgram()
    {
        CodeBlock project = CodeBlock.Of("docs/from-csharp.md", "xml").First();
        Write("guide/Guide.csproj", project.Text.Replace(
            "</Project>", $"""  <ItemGroup><ProjectReference Include="../{Plugin}/{Plugin}.csproj" /></ItemGroup>{"\n"}</Project>""", StringComparison.Ordinal));
        foreach (string sample in (string[])["first-run.yaml", "sweep.yaml", "research.yaml", "data/spx-daily.csv"])
        {
            string target = _folder.Combine("guide", sample.Replace("first-run", "run", StringComparison.Ordinal));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Repository.Path($"samples/{sample}"), target);
        }

        StringBuilder program = new("using Backtest.Plugins.MovingAverageCross;\nusing Backtest.Plugins.StandardRisk;\n");
        foreach (CodeBlock block in Blocks.Where(block => !IsType(block)))
        {
            program.AppendLine(CultureInfo.InvariantCulture, $"Console.WriteLine(\"from line {block.Line}\");");
            program.AppendLine(CultureInfo.InvariantCulture, $"await new Func<Task>(async () =>\n{{\n{block.Text}\nawait Task.CompletedTask;\n}})();");
        }

        program.AppendLine("""Console.WriteLine($"the run: {BacktestRun.Load("run.yaml").Execute().EventStreamHash}");""");
        program.AppendLine(CultureInfo.InvariantCulture, $$"""
            var named = BacktestRun.Load("run.yaml").With("portfolios.main.strategies", new[] { new { type = "{{Plugin}}/close-above-average" } });
            Console.WriteLine($"by package and id: {named.Execute().Trades.Length} trades");
            Console.WriteLine("the end");
            """);
        foreach (CodeBlock block in Blocks.Where(IsType))
            program.AppendLine(block.Text);
        Write("guide/Program.cs", program.ToString());
    }

    private static bool IsType(CodeBlock block) => block.Text.Contains("partial class", StringComparison.Ordinal);

    private void Write(string file, string text)
    {
        string path = _folder.Combine(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
