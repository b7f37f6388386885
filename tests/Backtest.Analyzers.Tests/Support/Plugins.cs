namespace Backtest.Tests;

/// <summary>Source texts into which tests insert code.</summary>
internal static class Plugins
{
    /// <summary>A strategy with a test's members, and an empty <c>OnBar</c>.</summary>
    public static string Strategy(string members) => $$"""
        [Strategy("sample", Description = "A sample.")]
        public sealed partial class Sample
        {
            public void OnBar(BarEvent bar, ISignals signals) { }
            {{members}}
        }
        """;

    /// <summary>A bar source that executes a test's statements before it returns a bar.</summary>
    public static string BarProvider(string statements) => $$"""
        [BarSource("bars", Description = "Some bars.")]
        public sealed class Bars : IBarProvider
        {
            public IEnumerable<string> FindSymbols(BarRequest request) => ["A"];

            public IEnumerable<Bar> ReadBars(string symbol, BarRequest request, CancellationToken cancellation)
            {
                {{statements}}
                yield break;
            }
        }
        """;

    /// <summary>A strategy whose <c>OnBar</c> contains a test's statements.</summary>
    public static string OnBar(string statements) => $$"""
        [Strategy("sample", Description = "A sample.")]
        public sealed partial class Sample
        {
            public void OnBar(BarEvent bar, in Position position, ISignals signals)
            {
                _ = position.IsFlat;
                {{statements}}
            }
        }
        """;
}
