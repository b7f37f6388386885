using System.Collections.Immutable;
using Backtest.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backtest.Tests;

/// <summary>A compilation and the generators' run on it.</summary>
internal sealed class GeneratorRun
{
    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(BarEvent).Assembly.Location)
            .Append(typeof(SimpleMovingAverage).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly GeneratorDriver _driver;
    private readonly CSharpCompilation _input;

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation input)
    {
        _input = input;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Output = output;
        Diagnostics = diagnostics;
    }

    /// <summary>The diagnostics the generators reported.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The compilation with the generated code.</summary>
    public Compilation Output { get; }

    /// <summary>The diagnostics the generators reported, as tests compare them.</summary>
    public IReadOnlyList<Found> Reports => [.. Diagnostics.Select(diagnostic => Found.Of(diagnostic, Output))];

    /// <summary>The compiler's errors and warnings for the whole compilation.</summary>
    public IReadOnlyList<Diagnostic> CompilerComplaints =>
        [.. Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>The generated files.</summary>
    public IReadOnlyList<GeneratedSourceResult> Files => [.. _driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources)];

    /// <summary>The text of the only generated file.</summary>
    public string Text => Assert.Single(Files).SourceText.ToString();

    /// <summary>The reasons for the outputs of each tracked step of the last run.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<IncrementalStepRunReason>> Reasons => _driver.GetRunResult().Results
        .SelectMany(result => result.TrackedSteps.Concat(result.TrackedOutputSteps))
        .GroupBy(step => step.Key)
        .ToDictionary(
            group => group.Key,
            group => group.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason)
                .ToImmutableArray());

    /// <summary>Runs the generators on source files, each with the usual usings.</summary>
    public static GeneratorRun On(params string[] sources)
    {
        var compilation = CSharpCompilation.Create(
            "Plugins",
            sources.Select((source, index) => Parse(source, index)),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [
                new PluginGenerator().AsSourceGenerator(), new ContainerGenerator().AsSourceGenerator(),
                new IndicatorGenerator().AsSourceGenerator(), new ObserverGenerator().AsSourceGenerator(),
            ],
            parseOptions: Parsing,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new GeneratorRun(driver, compilation);
    }

    /// <summary>Runs again with one file changed.</summary>
    public GeneratorRun With(int file, Func<string, string> edit)
    {
        SyntaxTree old = _input.SyntaxTrees[file];
        string text = old.ToString();
        string edited = edit(text);
        Assert.NotEqual(text, edited);
        return new GeneratorRun(_driver, _input.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(edited, Parsing, old.FilePath)));
    }

    /// <summary>Runs again with a file added.</summary>
    public GeneratorRun Plus(string source) => new(_driver, _input.AddSyntaxTrees(Parse(source, _input.SyntaxTrees.Length)));

    private static SyntaxTree Parse(string source, int index) => CSharpSyntaxTree.ParseText(
        $"""
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using Backtest;

        {source}
        """, Parsing, $"File{index}.cs");
}
