using System.Collections.Immutable;
using Backtest.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Backtest.Tests;

public sealed class HandlerSuppressorTests
{
    [Fact]
    public async Task Handlers_are_not_advised_to_be_static_and_other_methods_are()
    {
        Compilation compilation = GeneratorRun.On("""
            [Strategy("sample")]
            public sealed partial class Sample
            {
                public void OnStart(in StartContext context) { }
                public void OnBar(BarEvent bar, ISignals signals) { }
                public void OnFill(in FillEvent fill) { }
                public void Validate(IParameterErrors errors) { }
                private void Helper(int x) { }
                private void Nothing() { }
            }
            """).Output;
        ImmutableArray<Diagnostic> advice = await compilation
            .WithAnalyzers([new StaticAdvice(), new HandlerSuppressor()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        // Analyzers run concurrently, so diagnostics come in no defined order.
        Assert.Equal(["Helper", "Nothing"], advice
            .Where(diagnostic => diagnostic.Id == "CA1822")
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => diagnostic.GetMessage(null)));
    }
}
