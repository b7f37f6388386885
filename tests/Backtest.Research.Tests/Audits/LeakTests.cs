using Backtest.Research;

namespace Backtest.Tests.Audits;

/// <summary>A run in which a plugin knows the future or is not reproducible.</summary>
/// <param name="Text">The run file.</param>
/// <param name="Kind">The kind of finding expected.</param>
/// <param name="PluginKind">The kind of the plugin at fault.</param>
/// <param name="Plugin">The plugin at fault.</param>
/// <param name="Container">The container it is in.</param>
public sealed record Leak(string Text, AuditFindingKind Kind, string PluginKind, string Plugin, string Container);

/// <summary>Every kind of leak is found, with the plugin at fault and the container it is in.</summary>
public sealed class LeakTests
{
    private const string Scribe = "{name: first, capital: 100000, risk: " + Audited.FixedSize + ", strategies: [{type: scribe}]}";
    private const string Whisperer = "{name: second, capital: 100000, risk: " + Audited.FixedSize + ", strategies: [{type: whisperer}]}";

    private static readonly string[] Looks =
        ["next_close", "next_open", "next_low", "five_bars", "next_volume", "next_range", "maximum", "mean", "centred", "last_bar"];

    private static readonly Dictionary<string, Leak> Leaks = All();

    public static TheoryData<string> Names => [.. Leaks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_found_with_its_plugin_and_its_container(string name)
    {
        Leak leak = Leaks[name];
        AuditReport report = await Audited.RunAsync(leak.Text);
        AuditFinding found = report.Findings.Count > 0 ? report.Findings[0] : throw new InvalidOperationException("Nothing was found.");
        Assert.Equal((leak.Kind, leak.PluginKind, leak.Plugin, leak.Container), (found.Kind, found.PluginKind, found.Plugin, found.Container));
        Assert.False(report.IsClean);
        Assert.NotEqual(found.Whole, found.Other);
    }

    [Fact]
    public void There_are_more_than_thirty() => Assert.InRange(Leaks.Count, 31, 100);

    private static Dictionary<string, Leak> All()
    {
        var leaks = new Dictionary<string, Leak>(StringComparer.Ordinal);
        foreach (string look in Looks)
            Ahead($"strategy looks at {look}", Audited.Run($"{{type: peeking, parameters: {{look: {look}}}}}"), "strategy", "peeking", "main");
        foreach (string use in (string[])["exit", "stop", "strength"])
        {
            string peek = $"{{type: peeking, parameters: {{look: next_close, use: {use}}}}}";
            Ahead($"strategy uses the next bar for its {use}", Audited.Run(peek), "strategy", "peeking", "main");
        }

        Ahead("strategy reads a column ahead", Audited.Run("{type: column-peeking}"), "strategy", "column-peeking", "main");
        Ahead("strategy beside honest ones", Audited.Run($"{Audited.Cross}, {{type: momentum}}, {{type: peeking}}"), "strategy", "peeking", "main");
        Ahead("strategy on weeks", Audited.Run("{type: peeking, timeframe: 1w}"), "strategy", "peeking", "main");
        Ahead(
            "strategy filled at the close", Audited.Run("{type: peeking}", more: "execution: {fill: close, at_end: close}"),
            "strategy", "peeking", "main");
        Ahead(
            "strategy that starts to trade late", Audited.Run("{type: peeking}", data: $"{Audited.Bars}, trade_from: 2000-06-01"),
            "strategy", "peeking", "main");
        Ahead("strategy whose signals are measured", Audited.Run("{type: peeking}", more: "workflow: signals"), "strategy", "peeking", "main");
        foreach (string look in (string[])["next_close", "maximum"])
        {
            Ahead(
                $"universe strategy looks at {look}", Audited.Run($"{{type: peeking-universe, parameters: {{look: {look}}}}}"),
                "strategy", "peeking-universe", "main");
        }

        foreach (string look in (string[])["next_close", "five_bars", "mean", "centred"])
        {
            string classifier = $"type: peeking-classifier\n    parameters: {{look: {look}}}";
            Ahead($"classifier looks at {look}", Audited.Classified(classifier), "classifier", "peeking-classifier", "view");
        }

        Ahead(
            "classifier with probabilities of tomorrow",
            Audited.Classified("type: peeking-classifier\n    parameters: {look: next_close, in_probabilities_only: true}"),
            "classifier", "peeking-classifier", "view");
        foreach (string look in (string[])["next_close", "centred", "mean", "maximum", "next_volume"])
        {
            string trust = $"{{type: trusting, parameters: {{look: {look}}}}}";
            Ahead($"indicator looks at {look}", Audited.Run(trust), "indicator", "peeking-indicator", "main");
        }

        Ahead(
            "indicator below an average", Audited.Run("{type: trusting, parameters: {reading: averaged}}"),
            "indicator", "peeking-indicator", "main");
        Ahead(
            "indicator normalized over its column", Audited.Run("{type: trusting, parameters: {reading: normalized}}"),
            "indicator", "NormalizedClose", "main");
        Ahead("risk manager sizes by tomorrow", Audited.Run(Audited.Cross, "{type: peeking-risk}"), "risk-manager", "peeking-risk", "main");
        Ahead(
            "risk manager refuses by tomorrow", Audited.Run(Audited.Cross, "{type: peeking-risk, parameters: {refuses: true}}"),
            "risk-manager", "peeking-risk", "main");
        Ahead(
            "container looks ahead", Audited.Run($"{{name: net, type: leaky, parameters: {{following: peeking}}, strategies: [{Audited.Cross}]}}"),
            "container", "leaky", "main");
        Ahead(
            "strategy in an honest container", Audited.Run("{name: net, type: leaky, strategies: [{type: peeking}]}"),
            "strategy", "peeking", "main/net");
        Ahead(
            "strategy that another portfolio whispers to",
            $"name: audited\ndata: {{source: synthetic, symbols: [ACME], {Audited.Bars}}}\nportfolios: [{Scribe}, {Whisperer}]",
            "strategy", "whisperer", "second");
        foreach (string leak in (string[])["scaled", "smoothed"])
            Add($"bar source {leak}", new Leak(Source(leak), AuditFindingKind.LookAhead, "bar-source", "leaky-source", ""));

        Add("bar source with noise", new Leak(Source("noisy"), AuditFindingKind.Unstable, "bar-source", "leaky-source", ""));
        foreach (string whim in (string[])["chance", "identifier", "clock", "static_count", "static_memory", "object_hash", "culture", "chunk_row"])
            Unstable($"strategy by {whim}", Audited.Run($"{{type: unstable, parameters: {{whim: {whim}}}}}"), "strategy", "unstable", "main");
        Unstable("classifier by a static", Audited.Classified("type: static-classifier"), "classifier", "static-classifier", "view");
        foreach (string counts in (string[])["true", "false"])
        {
            Unstable(
                $"risk manager by chance or count, {counts}",
                Audited.Run(Audited.Cross, $"{{type: unstable-risk, parameters: {{counts: {counts}}}}}"),
                "risk-manager", "unstable-risk", "main");
        }

        Unstable(
            "container by a static", Audited.Run($"{{name: net, type: leaky, parameters: {{following: counting}}, strategies: [{Audited.Cross}]}}"),
            "container", "leaky", "main");
        return leaks;

        void Add(string name, Leak leak) => leaks.Add(name, leak);

        void Ahead(string name, string text, string kind, string plugin, string container) =>
            Add(name, new Leak(text, AuditFindingKind.LookAhead, kind, plugin, container));

        void Unstable(string name, string text, string kind, string plugin, string container) =>
            Add(name, new Leak(text, AuditFindingKind.Unstable, kind, plugin, container));
    }

    private static string Source(string leak) => $$$"""
        name: audited
        data: {source: leaky-source, parameters: {leak: {{{leak}}}}}
        portfolios: [{name: main, capital: 100000, risk: {{{Audited.FixedSize}}}, strategies: [{{{Audited.Cross}}}]}]
        """;
}
