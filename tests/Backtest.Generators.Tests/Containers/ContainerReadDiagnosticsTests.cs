namespace Backtest.Tests;

/// <summary>Reads that are undeclared, unordered or circular are reported.</summary>
public sealed class ContainerReadDiagnosticsTests
{
    [Fact]
    public void BT0004_Reads_wait_for_each_other()
    {
        GeneratorRun run = ContainerSources.Run(ContainerSources.Edit(
            "public void OnBar(in Turn turn) { }", "[Reads<Risk>] public void OnBar(in Turn turn) { }"));
        AssertOnly("BT0004", "HomeFactory", "'Home' has a cycle: Desks SignalEvent → Risk (read) → Ledger (read) → Desks; mark", run);
    }

    [Fact]
    public void BT0004_Reads_of_what_the_last_turn_left_make_no_cycle() => Assert.Empty(ContainerSources.Run(ContainerSources.Edit(
        "public void OnBar(in Turn turn) { }", "[Reads<Risk>(ReadTime.Before)] public void OnBar(in Turn turn) { }")).Diagnostics);

    [Fact]
    public void BT0004_Handlers_of_an_event_from_inside_wait_for_each_other() => AssertOnly(
        "BT0004", "HomeFactory", "'Home' has a cycle: SignalEvent: Journal (read) → Risk (read) → Journal; mark",
        ContainerSources.Run(text => ContainerSources.Edit("public sealed class Risk\n", "[Reads<Journal>] public sealed class Risk\n")(
            ContainerSources.Edit("public sealed class Journal\n", "[Reads<Risk>] public sealed class Journal\n")(text))));

    [Theory]
    [InlineData("class Risk(Ledger ledger)", "public object Held => ledger;", "in 'ledger'")]
    [InlineData("class Risk", "private readonly Ledger? _ledger = null; public object? Held => _ledger;", "in '_ledger'")]
    [InlineData("class Risk", "public Ledger? Ledger { get; set; }", "in 'Ledger'")]
    [InlineData("class Risk", "public IReadOnlyList<Ledger[]> Ledgers { get; } = [];", "in 'Ledgers'")]
    [InlineData("class Risk", "public Rules? Rules { get; set; }", "in 'Rules.Ledger'")]
    [InlineData("class Risk : Ruled", "", "in 'Rules.Ledger'")]
    [InlineData("class Risk", "public Account? Account { get; set; }", "in 'Account'")]
    public void BT0023_Read_is_not_declared(string type, string member, string message)
    {
        Func<string, string> holds = Holding(type, member);
        AssertOnly("BT0023", "Risk", $"'Risk' has the role 'Ledger' {message} but does not declare that it reads it", ContainerSources.Run(holds));
        Assert.Empty(ContainerSources.Run(text => ContainerSources.Edit($"public sealed {type}\n", $"[Reads<Ledger>] public sealed {type}\n")(
            holds(text))).Diagnostics);
        Assert.Empty(ContainerSources.Run(text => ContainerSources.Edit(
            "public void OnBar(in Turn turn, IOrderEvents", "[Reads<Ledger>] public void OnBar(in Turn turn, IOrderEvents")(
            holds(text))).Diagnostics);
    }

    [Theory]
    [InlineData("class Risk", "public IFillEvents? Fills { get; set; }")]
    [InlineData("class Risk", "public Action<Ledger>? Asked { get; set; }")]
    [InlineData("class Risk", "public static Ledger? Shared => null;")]
    [InlineData("class Risk", "public string? Of(Ledger ledger) => ledger.ToString();")]
    [InlineData("class Risk", "public Risk? Other { get; set; }")]
    public void BT0023_What_is_called_back_or_handed_over_is_not_held(string type, string member) =>
        Assert.Empty(ContainerSources.Run(Holding(type, member)).Diagnostics);

    [Fact]
    public void BT0024_Read_behind_an_event_has_no_order()
    {
        AssertOnly(
            "BT0024", "OnBar", "'Desk.OnBar' leads to 'Journal.OnSignal', which reads the role 'Ledger', but it is undefined which of the two "
            + "handles Turn first; add '[Reads<Ledger>]' to 'Desk.OnBar'", Written(""));
        Assert.Empty(Written("[Reads<Ledger>]").Diagnostics);
        Assert.Empty(Written("[Reads<Ledger>(ReadTime.Before)]").Diagnostics);

        // The journal records the ledger's state when a signal arrives, and the desk declares what it reads.
        static GeneratorRun Written(string read) => ContainerSources.Run(text => text
            .Replace("[Reads<Ledger>]", "", StringComparison.Ordinal)
            .Replace("class Desk(Ledger ledger)", "class Desk", StringComparison.Ordinal)
            .Replace("public bool Has(int order) => ledger is not null && order > 0;", "", StringComparison.Ordinal)
            .Replace("public void OnBar(in Turn turn, ISignalEvents", $"{read} public void OnBar(in Turn turn, ISignalEvents", StringComparison.Ordinal)
            .Replace("class Journal\n{", "class Journal\n{\n    [Reads<Ledger>]", StringComparison.Ordinal));
    }

    /// <summary>A risk manager with a member of this type, and classes that hold a ledger for it.</summary>
    private static Func<string, string> Holding(string type, string member) => text => ContainerSources.Edit(
        "public sealed class Risk\n{", $"public sealed {type}\n{{\n    {member}")(text) + """

        public sealed class Rules { public Ledger? Ledger { get; set; } }

        public abstract class Ruled { public Rules? Rules { get; set; } }

        [PartOf<Ledger>] public sealed class Account { public Ledger? Ledger { get; set; } }
        """;

    private static void AssertOnly(string id, string place, string message, GeneratorRun run)
    {
        Found found = Assert.Single(run.Reports);
        Assert.Equal((id, place), (found.Id, found.Text));
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
    }
}
